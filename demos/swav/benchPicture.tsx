// By hand: samples on the circle, stars on a rim around it, and how much of each sample every star gets after the passes so far.
import type { Plane, Window } from '@/contract'
import { Circle, Curve, Dots, Label, Rule, Segment, usePlot } from '@/views'
import { BENCH_ROUNDS, sampleAt, shares } from './bench'
import { starOnRim } from './handles'
import { type Scene, starPath } from './looks'

export const BENCH_WINDOW: Window = [
  [-1.75, 1.75],
  [-1.42, 1.42],
]

/** Bands from samples to stars, as wide as the share that goes there. */
export function paintBench(ctx: CanvasRenderingContext2D, { frame, params, palette }: Scene, plane: Plane): void {
  if (!frame.bench) return
  const { samples, prototypes } = frame.shape
  ctx.strokeStyle = palette.method
  ctx.lineCap = 'round'
  for (let i = 0; i < samples; i++) {
    const [x, y] = sampleAt(params, i)
    for (let k = 0; k < prototypes; k++) {
      const q = frame.bench[i * prototypes + k]!
      if (q < 0.004) continue
      const [u, v] = starOnRim(params, k)
      ctx.globalAlpha = 0.2 + 0.5 * Math.min(q, 1)
      ctx.lineWidth = (0.5 + 6 * Math.sqrt(Math.min(q, 4))) * palette.weight ** 0.5
      ctx.beginPath()
      ctx.moveTo(plane.x(x), plane.y(y))
      ctx.quadraticCurveTo(plane.x(0.44 * (x + u)), plane.y(0.44 * (y + v)), plane.x(u), plane.y(v))
      ctx.stroke()
    }
  }
  ctx.globalAlpha = 1
}

export function Bench(scene: Scene) {
  const { frame, params, palette, words, format, step } = scene
  const { plane } = usePlot()
  if (!frame.bench) return null
  const found = shares(frame.bench, frame.shape)
  const scale = Math.abs(plane.x(1) - plane.x(0))
  const now = step === 0 ? words.raw : step % 2 === 1 ? words.starPass : words.samplePass
  const round = Math.ceil(step / 2)
  return (
    <>
      <Circle at={[0, 0]} radius={1} stroke={palette.faint} />
      {found.samples.map((share, i) => {
        const [x, y] = sampleAt(params, i)
        return (
          <circle
            key={i}
            cx={plane.x(x)}
            cy={plane.y(y)}
            r={Math.max(3, 0.045 * scale * Math.sqrt(Math.min(share, 8)))}
            fill={palette.ink}
            stroke={palette.paper}
            strokeWidth={1.5}
            data-param="samples"
          />
        )
      })}
      {found.stars.map((share, k) => {
        const [x, y] = starOnRim(params, k)
        return (
          <g key={k}>
            <path
              d={starPath(plane.x(x), plane.y(y), Math.max(4, 0.1 * scale * Math.sqrt(Math.min(share, 8))))}
              fill={share > 1e-3 ? palette.method : palette.paper}
              stroke={share > 1e-3 ? palette.paper : palette.method}
              strokeWidth={palette.weight}
              data-param="stars"
            />
            <Label
              at={[x, y]}
              dx={0.16 * scale * x}
              dy={4 - 0.14 * scale * y}
              anchor={x > 0.3 ? 'start' : x < -0.3 ? 'end' : 'middle'}
              small
              color={palette.soft}
            >
              {`${k + 1}: ${format(share, 2)}`}
            </Label>
          </g>
        )
      })}
      <Label at={[-1.75, 1.42]} dx={6} dy={16} bold>
        {now}
      </Label>
      {step > 0 && (
        <Label at={[-1.75, 1.42]} dx={6} dy={33} small color={palette.soft}>
          {`${words.round} ${format(round, 3)}`}
        </Label>
      )}
    </>
  )
}

const LOW = -8
export const MARGIN_WINDOW: Window = [
  [0, BENCH_ROUNDS],
  [LOW, 1.2],
]

/** Each pass makes one kind of sum right and spoils the other: the remaining error, by rounds. */
export function Margins(scene: Scene) {
  const { series, palette, params, step, last, words } = scene
  if (!scene.frame.bench) return null
  const every = (values: Float64Array, first: 0 | 1) => {
    const xs: number[] = []
    const ys: number[] = []
    for (let k = first; k <= last; k += 2) {
      xs.push(k / 2)
      ys.push(Math.max(Math.log10(Math.max(values[k]!, 1e-300)), LOW + 0.1))
    }
    return { xs, ys, now: xs.findLastIndex((x) => x <= step / 2) }
  }
  const stars = every(series.shareError, 0)
  const samples = every(series.sampleError, 1)
  return (
    <>
      <Segment from={[params.rounds, LOW]} to={[params.rounds, 1.2]} color={palette.soft} dash="3 4" param="rounds" />
      <Label at={[params.rounds, 1.2]} dx={5} dy={15} small color={palette.soft} param="rounds">
        {`n = ${params.rounds}`}
      </Label>
      <Rule x={step / 2} />
      {[
        { ...samples, color: palette.ink, name: words.ofSamples, dash: '6 3' },
        { ...stars, color: palette.method, name: words.ofStars, dash: undefined },
      ].map(({ xs, ys, now, color, name, dash }, index) => (
        <g key={name}>
          <Curve xs={xs} ys={ys} color={color} opacity={0.3} dash={dash} />
          {now >= 0 && <Curve xs={xs} ys={ys} to={now} color={color} dash={dash} />}
          {now >= 0 && <Dots xs={xs} ys={ys} to={now} color={color} />}
          <Label at={[BENCH_ROUNDS, ys.at(-1)!]} dx={-6} dy={index === 0 ? 16 : -9} anchor="end" bold color={color}>
            {name}
          </Label>
        </g>
      ))}
    </>
  )
}
