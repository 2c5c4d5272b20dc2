// What the networks of three weights came to: densities at the end side by side, gap and errors as bars, and the residual while they learned.
import type { PlotView, Window } from '@/contract'
import { fillLine, noisyMixture } from '@/domains/diffusion/noisyMixture'
import { memoized } from '@/memoized'
import { median } from '@/numerics/regression'
import { Curve, Dots, Label, Region, Segment } from '@/views'
import { Bars, barEnds, GroupNames, SeriesNames } from '@/views/bars'
import { decadesOf, log10, within } from '@/views/series'
import { LOOKS, NETWORKS, type Scene } from '../looks'
import { COARSE, type Learned } from '../network'
import { densityWindow, REACH } from '../places'
import { dataOf, grid } from '../problem'
import { weightsOf } from '../training'

const width = COARSE * grid.width
const middles = Float64Array.from({ length: grid.cells / COARSE }, (_, k) => grid.faces[0]! + (k + 0.5) * width)
const FIRST = middles.findIndex((x) => x >= -REACH)
const shown = (q: ArrayLike<number>) => Array.from(q).slice(FIRST, middles.length - FIRST)
const GAP = 0.04 // between panels
/** Places of the panel `index`. */
const panel = (index: number) => shown(middles).map((x) => index + GAP + ((x + REACH) / (2 * REACH)) * (1 - 2 * GAP))

const truthOf = memoized((p: Scene['params']): number[] => {
  const [density, score] = [new Float64Array(middles.length), new Float64Array(middles.length)]
  fillLine(noisyMixture(dataOf(p), p.tEnd), middles, density, score)
  return shown(density)
})

const nameOf = ({ words, format }: Scene, weight: number) => `${words.weight} ${format(weight, 2)}`
const firstEnds = ({ maps }: Scene): (Learned | undefined)[] => (maps.training?.result ?? []).map(({ ends }) => ends[0])

/** All curves, with room for the names. */
const endsTop = (scene: Scene): number => {
  const all = firstEnds(scene).flatMap((end) => (end ? [...end.ode, ...end.sde] : []))
  return 1.15 * Math.min(4, Math.max(densityWindow(scene.params)[1][1] / 1.15, ...all.filter(Number.isFinite)))
}

function Ends(scene: Scene) {
  const { params, palette, words } = scene
  const top = endsTop(scene)
  const ends = firstEnds(scene)
  const truth = truthOf(params)
  return weightsOf(params).map((weight, index) => {
    const xs = panel(index)
    const end = ends[index]
    const ring = [[xs[0]!, 0] as const, ...xs.map((x, k) => [x, truth[k]!] as const), [xs.at(-1)!, 0] as const]
    return (
      <g key={weight}>
        <Region rings={[ring]} fill={palette.field[1]} opacity={0.8} />
        <Segment from={[xs[0]!, 0]} to={[xs.at(-1)!, 0]} color={palette.faint} width={1} />
        <Curve xs={xs} ys={truth} color={palette.ink} dash={LOOKS.truth.dash} width={1.25} />
        {end && <Curve xs={xs} ys={shown(end.ode)} color={LOOKS.ode.color(palette)} width={2} />}
        {end && <Curve xs={xs} ys={shown(end.sde)} color={LOOKS.sde.color(palette)} width={2} />}
        <Label at={[index + GAP, top]} dy={15} small bold>
          {nameOf(scene, weight)}
        </Label>
        {!end && (
          <Label at={[index + 0.5, 0.6 * top]} anchor="middle" small italic color={palette.soft}>
            {words.learning}
          </Label>
        )}
        {index === 0 && (
          <>
            <Label at={[GAP, top]} dy={33} small bold color={LOOKS.ode.color(palette)}>
              {words.ode}
            </Label>
            <Label at={[GAP, top]} dy={50} small bold color={LOOKS.sde.color(palette)}>
              {words.sde}
            </Label>
          </>
        )}
      </g>
    )
  })
}

export const ends: PlotView<Scene> = {
  kind: 'plot',
  map: 'training',
  window: (scene): Window => [
    [0, weightsOf(scene.params).length],
    [-0.03, endsTop(scene)],
  ],
  draw: (scene) => (scene.params.tab === 'training' ? <Ends {...scene} /> : null),
}

const NUMBERS = [
  { name: 'gap', of: ({ gap }: Learned) => gap, look: LOOKS.gap },
  { name: 'odeTruth', of: ({ odeTruth }: Learned) => odeTruth, look: LOOKS.ode },
  { name: 'sdeTruth', of: ({ sdeTruth }: Learned) => sdeTruth, look: LOOKS.sde },
] as const
const HIGHEST = 1 // the axis reaches at most so far

const barsTop = ({ maps }: Scene): number => {
  const all = (maps.training?.result ?? []).flatMap(({ ends }) => ends.flatMap((end) => NUMBERS.map(({ of }) => of(end))))
  return Math.min(HIGHEST, Math.max(0.25, 1.1 * Math.max(0, ...all.filter(Number.isFinite))))
}

function Trained(scene: Scene) {
  const { maps, params, palette, words } = scene
  const rows = maps.training?.result ?? []
  const weights = weightsOf(params)
  const top = barsTop(scene)
  const values = (of: (end: Learned) => number) =>
    weights.map((_, k) => {
      const ends = rows[k]?.ends ?? []
      return ends.length > 0 ? within(median(ends.map(of)), [0, HIGHEST]) : Number.NaN
    })
  return (
    <>
      <Bars series={NUMBERS.map(({ name, of, look }) => ({ name, values: values(of), color: look.color(palette) }))} />
      {NUMBERS.map(({ name, of, look }, index) => {
        const dots = weights.flatMap((_, k) => {
          const [left, right] = barEnds(k, index, NUMBERS.length)
          const own = rows[k]?.ends ?? []
          return own.length > 1 ? own.map((end) => [(left + right) / 2, within(of(end), [0, top])] as const) : []
        })
        return (
          <g key={name}>
            <Dots xs={dots.map(([x]) => x)} ys={dots.map(([, y]) => y)} color={palette.paper} r={4.5} />
            <Dots xs={dots.map(([x]) => x)} ys={dots.map(([, y]) => y)} color={look.color(palette)} r={3} />
          </g>
        )
      })}
      <GroupNames names={weights.map((weight) => nameOf(scene, weight))} />
      <SeriesNames words={NUMBERS.map(({ name, look }) => ({ text: words[name], color: look.color(palette) }))} />
    </>
  )
}

export const bars: PlotView<Scene> = {
  kind: 'plot',
  map: 'training',
  window: (scene): Window => {
    const top = barsTop(scene)
    return [
      [-0.6, weightsOf(scene.params).length - 0.4],
      [-0.12 * top, 1.15 * top],
    ]
  },
  y: { ticks: 5, grid: true },
  draw: (scene) => (scene.params.tab === 'training' ? <Trained {...scene} /> : null),
}

const lines = (scene: Scene) =>
  firstEnds(scene).flatMap((end, k) =>
    end ? [{ k, xs: end.squares.map((_, i) => (i + 1) * end.every), ys: log10(end.squares) }] : [],
  )

export const squares: PlotView<Scene> = {
  kind: 'plot',
  map: 'training',
  window: (scene): Window => [
    [0, 1.22 * scene.params.updates],
    decadesOf(
      lines(scene).map(({ ys }) => ys),
      [-4, 4],
      [-2, 1],
    ),
  ],
  x: ({ words, params }) => ({ title: words.axisUpdate, ticks: [0, params.updates / 2, params.updates] }),
  y: { scale: 'log10', grid: true },
  draw(scene) {
    const { params, palette } = scene
    if (params.tab !== 'training') return null
    const weights = weightsOf(params)
    return lines(scene).map(({ k, xs, ys }) => {
      const { color, dash } = NETWORKS[k]!
      return (
        <g key={k}>
          <Curve xs={xs} ys={ys} color={color(palette)} dash={dash} width={2} />
          <Label at={[xs.at(-1)!, ys.at(-1)!]} dx={8} dy={4} small bold color={color(palette)}>
            {nameOf(scene, weights[k]!)}
          </Label>
        </g>
      )
    })
  },
}
