// The energy of the flow against updates, with what exact calculations with cut-offs reach.
import type { PlotView, Window } from '@/contract'
import { Curve, Dot, Label, Rule, Segment, SpreadLabels } from '@/views'
import { PALE } from '@/views/chart'
import { within } from '@/views/series'
import type { Reference } from '../maps'
import { flowCutoff } from '../system'
import type { Scene } from './scene'

const [LOWEST, HIGHEST] = [-5.6, 1] // decades above the exact energy
const NAMED = 4 // cut-offs with a line of their own

/** The value on the axis of an energy. */
const heightOf = ({ params }: Scene, energy: number, { energy: exact }: Reference): number =>
  params.energyAs === 'energy' ? energy : Math.log10(Math.max(energy - exact, 1e-12))

function rangeFor(scene: Scene): readonly [number, number] {
  const found = scene.maps.reference?.result
  if (scene.params.energyAs === 'above' || !found) return [LOWEST, HIGHEST]
  const reach = Math.max(1.25 * (found.cuts[0]!.energy - found.energy), 0.1)
  return [found.energy - 0.12 * reach, found.energy + reach]
}

function Picture(scene: Scene) {
  const { maps, params, series, step, last, steps, palette, words } = scene
  const found = maps.reference?.result
  if (!found)
    return (
      <Label at={[0, HIGHEST]} dx={10} dy={30}>
        {words.computing}
      </Label>
    )
  const range = rangeFor(scene)
  const ys = series.flowEnergy.map((energy) => heightOf(scene, energy, found))
  const chosen = flowCutoff(params)
  const cuts = found.cuts
    .map(({ energy }, k) => ({ cutoff: k + 1, y: heightOf(scene, energy, found) }))
    .filter(({ cutoff, y }) => (cutoff < NAMED || cutoff === chosen) && y >= range[0] && y <= range[1])
  const isEnergy = params.energyAs === 'energy'
  return (
    <>
      <Rule x={step} />
      <Label at={[0, range[1]]} dx={8} dy={17} small>
        {isEnergy ? words.axisEnergy : words.axisAbove}
      </Label>
      {isEnergy && <Segment from={[0, found.energy]} to={[steps, found.energy]} color={palette.ink} width={1.75} />}
      {cuts.map(({ cutoff, y }) => (
        <Segment
          key={cutoff}
          from={[0, y]}
          to={[steps, y]}
          color={palette.base}
          dash="6 4"
          width={cutoff === chosen ? 2.75 : 1.25}
        />
      ))}
      <Curve ys={ys} from={step} to={last} color={palette.method} width={2.25} opacity={PALE} />
      <Curve ys={ys} to={step} color={palette.method} width={2.25} />
      <Dot at={[step, within(ys[step]!, range)]} color={palette.method} r={4.5} />
      <SpreadLabels
        labels={[
          { at: [steps, within(ys[last] ?? Number.NaN, range)], text: words.flow, color: palette.method },
          ...cuts.map(({ cutoff, y }) => ({
            at: [steps, y] as const,
            text: `Λ = ${cutoff}`,
            color: palette.base,
            quiet: cutoff !== chosen,
          })),
          ...(isEnergy ? [{ at: [steps, found.energy] as const, text: words.exact, color: palette.ink }] : []),
        ]}
      />
    </>
  )
}

export const training: PlotView<Scene> = {
  kind: 'plot',
  map: 'reference',
  window: (scene): Window => [[0, 1.28 * scene.steps], rangeFor(scene)],
  x: ({ words, steps }) => ({ title: words.axisUpdate, ticks: [0, steps / 2, steps] }),
  y: ({ params }) =>
    params.energyAs === 'above' ? { scale: 'log10', ticks: [-5, -4, -3, -2, -1, 0], grid: true } : { ticks: 4, grid: true },
  when: ({ params }) => params.tab === 'flow',
  draw: (scene) => (scene.params.tab === 'flow' && scene.frame.flow ? <Picture {...scene} /> : null),
}
