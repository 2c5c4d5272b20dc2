// Data on a line: the half plane above it with the density of each height, the direction of the field, lines and particles.
import type { Plane, PlotView, Point, Window } from '@/contract'
import { denoise, logDensity } from '@/domains/diffusion/poissonField'
import { Curve, clipped, Dot, Dots, Label, paintBands, rampColor, Segment, usePlot } from '@/views'
import { stripWindow, yOf } from '../axes'
import { chargesOf } from '../charges'
import { LOW } from '../geometry'
import { diffusionColour, fieldColour, isCompared, nameOfD, type Scene } from '../looks'
import { type Bundle, linesIn } from '../maps'
import { isDiffusion, isMirrored, type Params, sigmasOf } from '../params'

const GRAIN = 6 // px between samples of the density
const BANDS = 7

const windowOf = ({ params }: Scene): Window => stripWindow(params)
/** Noise level of a height; the floor has the lowest one that is drawn. */
const sigmaAt = ({ height }: Params, y: number) => Math.max(LOW, height === 'linear' ? Math.abs(y) : 10 ** y)

/** Every height by its own highest density: else what is near the charges would be all that one sees. */
function paintDensity(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane): void {
  const charges = chargesOf(params)
  const [columns, rows] = [Math.max(24, Math.round(plane.width / GRAIN)), Math.max(24, Math.round(plane.height / GRAIN))]
  const [[left, right], [low, high]] = plane.window
  const values = new Float64Array(columns * rows)
  const [at, weights] = [new Float64Array(1), new Float64Array(charges.count)]
  for (let j = 0; j < rows; j++) {
    const sigma = sigmaAt(params, high - ((j + 0.5) / rows) * (high - low))
    let highest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < columns; i++) {
      at[0] = left + ((i + 0.5) / columns) * (right - left)
      const log = logDensity(charges, params.D, sigma, at, 0, weights)
      values[j * columns + i] = log
      highest = Math.max(highest, log)
    }
    for (let i = 0; i < columns; i++) values[j * columns + i] = Math.exp(values[j * columns + i]! - highest)
  }
  paintBands(ctx, plane, {
    values,
    columns,
    rows,
    levels: Array.from({ length: BANDS }, (_, k) => 0.04 + (0.96 * k) / BANDS),
    color: (index) => rampColor(palette.field, index / (BANDS - 1)),
    width: palette.weight,
  })
}
const densityKey = ({ params: p }: Scene) => [p.D, p.sigmaMax, p.countOnLine, p.movedOnLine, p.height, isMirrored(p)]

/** Lines as places of the picture; not cut, for the plot does that. */
function tracedLines(p: Params, bundle: Bundle): { xs: Float64Array; ys: Float64Array }[] {
  const count = linesIn(bundle)
  const ys = bundle.sigmas.map((sigma) => yOf(p, sigma))
  return Array.from({ length: count }, (_, line) => ({
    xs: Float64Array.from(ys, (_, level) => bundle.x[level * count + line]!),
    ys,
  }))
}

const [ACROSS, UP] = [13, 7] // arrows
const LONG = 13 // px

/** Where the field points, as pairs of places; below the floor it is mirrored. */
function arrowsOf(p: Params, plane: Plane): { from: Point; to: Point }[] {
  const charges = chargesOf(p)
  const [[left, right], [low, high]] = plane.window
  const [kx, ky] = [plane.width / (right - left), plane.height / (high - low)]
  const [at, toward, weights] = [new Float64Array(1), new Float64Array(1), new Float64Array(charges.count)]
  return Array.from({ length: ACROSS * UP }, (_, index) => {
    const [i, j] = [index % ACROSS, Math.floor(index / ACROSS)]
    const [x, y] = [left + ((i + 0.5) / ACROSS) * (right - left), low + ((j + 0.5) / UP) * (high - low)]
    const sigma = sigmaAt(p, y)
    at[0] = x
    denoise(charges, p.D, sigma, at, 0, toward, weights)
    const across = (kx * (x - toward[0]!)) / sigma
    const up = p.height === 'linear' ? ky * Math.sign(y || 1) : ky / (sigma * Math.LN10)
    const scale = LONG / 2 / Math.hypot(across, up)
    const [dx, dy] = [(scale * across) / kx, (scale * up) / ky]
    return { from: [x - dx, y - dy], to: [x + dx, y + dy] }
  })
}

function paintParticles(ctx: CanvasRenderingContext2D, { params, frame, palette }: Scene, plane: Plane): void {
  const y = plane.y(yOf(params, frame.sigma))
  const radius = 2.2 * palette.weight ** 0.5
  clipped(ctx, plane, () => {
    ctx.fillStyle = isDiffusion(params) ? diffusionColour(palette) : fieldColour(palette)
    ctx.globalAlpha = 0.5
    ctx.beginPath()
    for (const x of frame.x) {
      ctx.moveTo(plane.x(x) + radius, y)
      ctx.arc(plane.x(x), y, radius, 0, 2 * Math.PI)
    }
    ctx.fill()
    ctx.globalAlpha = 1
  })
}

function Strip(scene: Scene) {
  const { params, palette, maps, series, step, last, words } = scene
  const { plane } = usePlot()
  const [[left, right], [, high]] = windowOf(scene)
  const floor = yOf(params, 0)
  const heights = sigmasOf(params).map((sigma) => yOf(params, sigma))
  const own = isDiffusion(params) ? diffusionColour(palette) : fieldColour(palette)
  const bundles = [
    ...(isCompared(scene) && maps.diffusion
      ? [{ bundle: maps.diffusion.result, color: diffusionColour(palette), opacity: 0.4, dash: '5 3' }]
      : []),
    ...(maps.lines ? [{ bundle: maps.lines.result, color: own, opacity: 0.85, dash: undefined }] : []),
  ].filter(({ bundle }) => bundle.dim === 1)
  const paths = [
    ...(isCompared(scene) ? [{ xs: series.diffusedX, color: diffusionColour(palette) }] : []),
    { xs: series.tracedX, color: palette.ink },
  ]
  return (
    <>
      {bundles.map(({ bundle, color, opacity, dash }) =>
        tracedLines(params, bundle).map(({ xs, ys }, line) => (
          <g key={`${color} ${line}`}>
            <Curve xs={xs} ys={ys} color={color} width={1} opacity={opacity} dash={dash} />
            {isMirrored(params) && (
              <Curve xs={xs} ys={ys.map((y) => -y)} color={color} width={1} opacity={0.6 * opacity} dash={dash} />
            )}
          </g>
        )),
      )}
      {arrowsOf(params, plane).map(({ from, to }) => (
        <Segment key={`${from}`} from={from} to={to} color={palette.soft} width={1} opacity={0.75} arrow />
      ))}
      <Segment from={[left, floor]} to={[right, floor]} color={palette.ink} width={1.25} />
      {paths.map(({ xs, color }) => (
        <g key={color}>
          <Curve xs={xs} ys={heights} from={step} to={last} color={color} width={2} opacity={0.3} />
          <Curve xs={xs} ys={heights} to={step} color={color} width={2.5} />
          <Dot at={[xs[step]!, heights[step]!]} color={color} r={4.5} />
        </g>
      ))}
      <Dots
        xs={chargesOf(params).places}
        ys={new Float64Array(chargesOf(params).count).fill(floor)}
        color={palette.ink}
        r={5}
        param="movedOnLine"
      />
      <Label at={[left, high]} dx={6} dy={30} bold color={own}>
        {nameOfD(scene)}
      </Label>
      {isCompared(scene) && (
        <Label at={[left, high]} dx={6} dy={47} bold color={diffusionColour(palette)}>
          {plane.width > 300 ? words.diffusion : words.diffusionShort}
        </Label>
      )}
    </>
  )
}

export const strip: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'line',
  map: ['lines', 'diffusion'],
  window: windowOf,
  x: ({ words }) => ({ title: words.axisPlace, ticks: 5 }),
  y: ({ params, words }) => ({
    title: params.D === 1 ? words.axisTrue : words.axisHeight,
    ticks: 4,
    scale: params.height === 'log' ? 'log10' : 'linear',
  }),
  backdrop: { key: densityKey, paint: paintDensity },
  marks: paintParticles,
  draw: (scene) => <Strip {...scene} />,
}
