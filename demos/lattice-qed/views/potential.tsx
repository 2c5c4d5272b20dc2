// The energy of two static charges, or of the empty lattice, against the mass or the distance: exact, and the lines without hopping.
import type { PlotView, Point, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Segment, SpreadLabels } from '@/views'
import { within } from '@/views/series'
import { type BareLine, bareEnergy, MASSES } from '../maps'
import { energyRange, knobOf } from '../ranges'
import { distanceOf, isScreenable, latticeIn } from '../system'
import type { Scene } from './scene'

const BESIDE = 0.12 // names end to the left of the last distance

const windowFor = ({ params }: Scene): Window => [
  params.axis === 'm' ? MASSES : [0, latticeIn(params).columns - 0.55],
  energyRange(params),
]

function Knob({ params, palette }: Scene) {
  const range = energyRange(params)
  const y = knobOf(range)
  const isMass = params.axis === 'm'
  if (!isMass && !params.charges) return null
  const x = isMass ? within(params.m, MASSES) : distanceOf(params)
  return (
    <>
      <Segment from={[x, y]} to={[x, range[1]]} color={palette.faint} width={1} />
      <Dot at={[x, y]} color={palette.soft} r={5} square param={isMass ? 'm' : 'minus'} />
    </>
  )
}

function OverMass(scene: Scene) {
  const { maps, params, palette, words } = scene
  const found = maps.overMass?.result
  if (!found) return null
  const isPair = distanceOf(params) > 0
  const range = energyRange(params)
  const names: Record<number, string> = isPair
    ? { 0: words.whole, 1: words.broken }
    : { 0: words.empty, 1: words.pair, [latticeIn(params).sites / 2]: words.crystal }
  const colors = [palette.base, palette.base2, palette.base3]
  const at = (line: BareLine, m: number): Point => [m, bareEnergy(line, { m, ge2: params.ge2 })]
  /** Where a line is named: near the right edge, or where it leaves through the upper one. */
  const placeOf = (line: BareLine): Point => {
    const out = line.pairs > 0 ? (range[1] - (params.ge2 / 2) * line.length) / (2 * line.pairs) : MASSES[1]
    return at(line, Math.min(out, MASSES[1]) - (line.pairs > 0 ? 0.05 : 0.9))
  }
  return (
    <>
      {found.lines.map((line, k) => (
        <Segment key={line.pairs} from={at(line, MASSES[0])} to={at(line, MASSES[1])} color={colors[k]!} dash="6 4" width={1.5} />
      ))}
      <Curve xs={found.xs} ys={found.levels.map(({ above }) => above)} color={palette.ink} width={2.25} />
      <SpreadLabels
        anchor="end"
        labels={found.lines.flatMap((line, k) => {
          const text = names[line.pairs] // none while the lines are those of earlier parameters
          return text === undefined ? [] : [{ at: placeOf(line), text, color: colors[k]!, quiet: true }]
        })}
      />
    </>
  )
}

function OverDistance({ maps, palette, words, params }: Scene) {
  const found = maps.overDistance?.result
  if (!found) return null
  const row = (values: readonly number[]) => ({ xs: [0, ...values.map((_, k) => k + 1)], ys: [0, ...values] })
  const [exact, string] = [row(found.exact), row(found.string)]
  const last = found.string.length
  return (
    <>
      <Curve {...string} color={palette.base} dash="6 4" width={1.5} />
      <Dots xs={found.broken.map((_, k) => k + 1)} ys={found.broken} color={palette.base2} r={4} square opacity={0.7} />
      <Curve {...exact} color={palette.ink} width={1.25} />
      <Dots {...exact} color={palette.ink} r={4} />
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [last - BESIDE, found.string.at(-1) ?? 0], text: words.whole, color: palette.base, quiet: true },
          ...(found.broken.at(-1)! < energyRange(params)[1]
            ? [
                {
                  at: [last - BESIDE, found.broken.at(-1)!] as Point,
                  text: words.broken,
                  color: palette.base2,
                  quiet: true,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function Picture(scene: Scene) {
  const { params, series, step, palette, words, format } = scene
  const range = energyRange(params)
  const above = series.above[step]!
  const x = params.axis === 'm' ? params.m : distanceOf(params)
  const isInside = Number.isFinite(above) && above >= range[0] && above <= range[1]
  return (
    <>
      <Segment from={[windowFor(scene)[0][0], 0]} to={[windowFor(scene)[0][1], 0]} color={palette.faint} width={1} />
      {params.axis === 'm' ? <OverMass {...scene} /> : <OverDistance {...scene} />}
      <Knob {...scene} />
      {isInside && <Dot at={[x, above]} color={palette.method} r={6} />}
      <Label at={[windowFor(scene)[0][0], range[1]]} dx={8} dy={17} bold color={palette.method}>
        {`${words.now}: ${format(above, 3)}`}
      </Label>
      {distanceOf(params) > 0 && !isScreenable(params) && (
        <Label at={[windowFor(scene)[0][0], range[1]]} dx={8} dy={34} small>
          {words.apart}
        </Label>
      )}
    </>
  )
}

export const potential: PlotView<Scene> = {
  kind: 'plot',
  map: ['overMass', 'overDistance'],
  window: windowFor,
  x: ({ words, params }) => ({
    title: params.axis === 'm' ? words.axisMass : words.axisDistance,
    ticks: params.axis === 'm' ? [-1, 0, 1, 2] : [0, 1, 2, 3],
  }),
  y: { ticks: 4, grid: true },
  when: ({ params }) => params.tab === 'string',
  seen: ({ params }) => (params.axis === 'm' ? [within(params.m, MASSES), MASSES[1]] : [0, distanceOf(params)]),
  draw: (scene) => (scene.params.tab === 'string' && scene.frame.lattice ? <Picture {...scene} /> : null),
}
