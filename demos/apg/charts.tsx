// Beside the plane: lengths of the parts of the push by noise level, and how vivid the finished samples are.
import type { Axis, Plane, Window } from '@/contract'
import { Curve, Dot, Label, Region, Rule, Segment, SpreadLabels } from '@/views'
import { angleOf, chromaColour, stretchColour, turnColour } from './colours'
import type { Measures } from './measures'
import { classOf } from './params'
import { drawnMethods, nameOf, type Scene } from './planeView'
import type { Sweep } from './sweep'
import { distanceDensity, truthOf } from './truth'

const log10 = Math.log10

// --- lengths by noise level -----------------------------------------------------------------------------------------------

const [LARGEST, SMALLEST] = [2, -2] // log10 σ; below 0.01 nothing is pushed any more
const top = ({ series, last }: Scene) => {
  let most = 0.25
  for (let k = 0; k < last; k++) most = Math.max(most, series.memory[k]!, series.pushCfg[k]!)
  return Math.ceil(most * 4) / 4
}

/** σ falls from left to right, as time goes. */
export const partsWindow = (scene: Scene): Window => [
  [LARGEST, SMALLEST],
  [0, top(scene)],
]
export const sigmaAxis = ({ words }: Scene): Axis => ({ title: words.axisSigma, scale: 'log10', ticks: [2, 1, 0, -1, -2] })

export function Parts(scene: Scene) {
  const { series, step, last, palette, words, params, frame } = scene
  const xs = series.sigma.map(log10)
  const kept = series.along.map((v) => v * params.eta)
  const lines = [
    { name: 'cfg', ys: series.pushCfg, color: palette.base, width: 1.5, dash: '6 3' },
    { name: 'memory', ys: series.memory, color: palette.faint, width: 1.5 },
    { name: 'along', ys: series.along, color: stretchColour(palette), width: 1.5, dash: '2 4' },
    { name: 'kept', ys: kept, color: stretchColour(palette), width: 2.25 },
    { name: 'across', ys: series.across, color: turnColour(palette), width: 2.25 },
  ]
  return (
    <>
      {frame.sigma > 0.01 && <Rule x={log10(frame.sigma)} />}
      {lines.map(({ name, ys, color, width, dash }) => (
        <g key={name}>
          <Curve
            xs={xs}
            ys={ys}
            from={Math.min(step, last - 1)}
            to={last - 1}
            color={color}
            width={width}
            dash={dash}
            opacity={0.35}
          />
          <Curve xs={xs} ys={ys} to={Math.min(step, last - 1)} color={color} width={width} dash={dash} />
        </g>
      ))}
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [-0.4, series.pushCfg[0]!], text: words.pushCfg, color: palette.base },
          { at: [-0.4, series.memory[Math.min(8, last)]!], text: words.memory, color: palette.soft, quiet: true },
          { at: [-1.2, series.along[0]!], text: words.stretch, color: stretchColour(palette) },
          { at: [-1.2, 0.02], text: words.turn, color: turnColour(palette) },
        ]}
      />
    </>
  )
}

// --- how vivid ------------------------------------------------------------------------------------------------------------

const BINS = 44
const RANGES = [2.2, 4.4, 8.8] // distances; the first one that holds nearly all samples is shown

/** Density of the distances of the finished samples from the centre of the wheel, by bin. */
function histogram(x: Float64Array, [cx, cy]: readonly [number, number], most: number): Float64Array {
  const bins = new Float64Array(BINS)
  const count = x.length / 2
  for (let i = 0; i < x.length; i += 2) {
    const bin = Math.floor((Math.hypot(x[i]! - cx, x[i + 1]! - cy) / most) * BINS)
    if (bin < BINS) bins[bin]! += BINS / (most * count)
  }
  return bins
}

function histograms({ frame, params }: Scene) {
  const { cfg, apg } = frame.ends
  const made = (most: number) => ({
    most,
    cfg: histogram(cfg.x, params.centre, most),
    apg: histogram(apg.x, params.centre, most),
  })
  const holds = ({ most, cfg, apg }: ReturnType<typeof made>) =>
    [cfg, apg].every((bins) => bins.subarray(0, BINS - 2).reduce((sum, v) => sum + v, 0) * (most / BINS) > 0.97)
  const [near, far, farther] = RANGES as [number, number, number]
  return [near, far].map(made).find(holds) ?? made(farther)
}

const sweepWindow: Readonly<Record<Scene['params']['quantity'], readonly [number, number]>> = {
  mean: [0, 2.4],
  spread: [0, 0.5],
  posterior: [0.5, 1],
  outside: [0, 1],
}

export function vividWindow(scene: Scene): Window {
  if (scene.params.chart === 'sweep') return [[1, 20], sweepWindow[scene.params.quantity]]
  const { cfg, apg, most } = histograms(scene)
  return [
    [0, most],
    [0, 1.08 * Math.max(2, ...cfg, ...apg)],
  ]
}
export const vividAxis = ({ params, words }: Scene): Axis =>
  params.chart === 'sweep' ? { title: words.axisScale, ticks: [1, 5, 10, 15, 20] } : { title: words.axisVivid, ticks: 5 }

export function Vivid(scene: Scene) {
  return scene.params.chart === 'sweep' ? <Against scene={scene} /> : <Histogram scene={scene} />
}

/** The colours themselves, below the histogram. */
export function paintColours(ctx: CanvasRenderingContext2D, { params }: Scene, plane: Plane) {
  if (params.chart === 'sweep') return
  const [[x0, x1], [y0]] = plane.window
  const angle = angleOf(classOf(params.hue))
  const cells = 2 * BINS
  for (let k = 0; k < cells; k++) {
    const [left, right] = [k, k + 1].map((edge) => plane.x(x0 + ((x1 - x0) * edge) / cells)) as [number, number]
    ctx.fillStyle = chromaColour(angle, x0 + ((x1 - x0) * (k + 0.5)) / cells)
    ctx.fillRect(left, plane.y(y0) - 5, right - left + 0.5, 5)
  }
}

function Histogram({ scene }: { scene: Scene }) {
  const { params, palette, words, frame, format } = scene
  const { cfg, apg, most } = histograms(scene)
  const density = distanceDensity(params)
  const { edge, mean } = truthOf(params)
  const fine = Array.from({ length: 121 }, (_, k) => (most * k) / 120)
  const steps = (bins: Float64Array) =>
    [...bins].flatMap((v, k) => [[(most * k) / BINS, v] as const, [(most * (k + 1)) / BINS, v] as const])
  const high = vividWindow(scene)[1][1]
  const means = { cfg: frame.ends.cfg.found.mean, apg: frame.ends.apg.found.mean }
  return (
    <>
      {drawnMethods(scene).map((method) => {
        const color = method === 'cfg' ? palette.base : palette.method
        const outline = steps(method === 'cfg' ? cfg : apg)
        return (
          <g key={method}>
            <Region rings={[[[0, 0], ...outline, [most, 0]]]} fill={color} opacity={0.25} />
            <Curve xs={outline.map((p) => p[0])} ys={outline.map((p) => p[1])} color={color} width={1.5} />
          </g>
        )
      })}
      <Curve xs={fine} ys={fine.map(density)} color={palette.ink} width={1.75} />
      <Segment from={[edge, 0]} to={[edge, 0.42 * high]} color={palette.ink} dash="5 4" />
      <Label at={[edge, 0.42 * high]} dx={-5} dy={10} anchor="end" small color={palette.soft}>
        {words.edge}
      </Label>
      {drawnMethods(scene).map((method) => (
        <Segment
          key={method}
          from={[means[method], 0]}
          to={[means[method], (method === 'cfg' ? 0.88 : 0.6) * high]}
          color={method === 'cfg' ? palette.base : palette.method}
        />
      ))}
      <SpreadLabels
        labels={[
          { at: [0, 0.3 * high], text: `${words.truth} ${format(mean, 3)}`, color: palette.ink },
          ...drawnMethods(scene).map((method) => ({
            at: [means[method], (method === 'cfg' ? 0.9 : 0.62) * high] as const,
            text: `${nameOf(scene, method)} ${format(means[method], 3)}`,
            color: method === 'cfg' ? palette.base : palette.method,
          })),
        ]}
      />
    </>
  )
}

/** The values known so far, as a line through them. */
export function SweepLine({
  sweep,
  name,
  color,
  dash,
}: {
  sweep: Sweep | undefined
  name: keyof Measures
  color: string
  dash?: string
}) {
  if (!sweep) return null
  const known = [...sweep.w.keys()].filter((k) => Number.isFinite(sweep.found[name][k]))
  return (
    <Curve xs={known.map((k) => sweep.w[k]!)} ys={known.map((k) => sweep.found[name][k]!)} color={color} dash={dash} width={2} />
  )
}

function Against({ scene }: { scene: Scene }) {
  const { params, palette, words, maps, frame } = scene
  const { quantity, w } = params
  const [cfg, apg] = [frame.ends.cfg.found[quantity], frame.ends.apg.found[quantity]]
  const truth = truthOf(params)[quantity]
  return (
    <>
      <Rule x={w} />
      <Segment from={[1, truth]} to={[20, truth]} color={palette.ink} width={1.5} />
      <SweepLine sweep={maps.cfg?.result} name={quantity} color={palette.base} dash="6 3" />
      <SweepLine sweep={maps.apg?.result} name={quantity} color={palette.method} />
      <Dot at={[w, cfg]} color={palette.base} r={4.5} square />
      <Dot at={[w, apg]} color={palette.method} r={5} />
      <Label at={[1, truth]} dx={6} dy={-6} small>
        {words.truth}
      </Label>
      <Label at={[1, sweepWindow[quantity][1]]} dx={8} dy={14} small color={palette.soft}>
        {words[quantity]}
      </Label>
      <SpreadLabels
        labels={[
          { at: [w, cfg], text: words.cfg, color: palette.base },
          { at: [w, apg], text: words.apg, color: palette.method },
        ]}
      />
    </>
  )
}
