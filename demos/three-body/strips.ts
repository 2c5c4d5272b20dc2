// What the time strips show, one above the other, each on its own logarithmic axis.
import type { Window } from '@/contract'
import { ACTIONS } from '@/domains/dynamics/stepChoice'
import { memoized } from '@/memoized'
import { ruleColour, type Scene, twinColour } from './looks'
import { otherChoices } from './otherFlight'
import { staircase } from './staircase'
import { wholeOf } from './whole'

export interface StripLine {
  /** log10 of the values; NaN if there is none. */
  ys: Float64Array
  /** Their times; null: one value for each picture. */
  xs: Float64Array | null
  color: string
  dash?: readonly number[]
  width?: number
  label?: string
}
export interface Strip {
  name: string
  title: string
  /** Range of log10. */
  low: number
  high: number
  lines: readonly StripLine[]
}

const logs = new WeakMap<Float64Array, { last: number; values: Float64Array }>()
/** log10 of a series up to its last entry, computed once. */
function log10Of(series: Float64Array, last: number): Float64Array {
  const old = logs.get(series)
  if (old?.last === last) return old.values
  const values = new Float64Array(last + 1)
  for (let k = 0; k <= last; k++) values[k] = series[k]! > 0 ? Math.log10(series[k]!) : Number.NaN // an error of 0 is a gap
  logs.set(series, { last, values })
  return values
}

/** Smallest and largest finite value, widened to whole decades. */
function rangeOf(lines: readonly StripLine[], least: readonly [number, number]): readonly [low: number, high: number] {
  let [low, high] = least
  for (const { ys } of lines) {
    for (const y of ys) {
      if (y < low) low = y
      if (y > high) high = y
    }
  }
  return [Math.max(-17, Math.floor(low)), Math.min(6, Math.ceil(high))]
}

const choosesMu = ({ params }: Scene) =>
  (params.scheme === 'hermite' || params.scheme === 'leapfrog') && (params.rule === 'learned' || params.rule === 'greedy')

const staircaseOf = memoized(staircase)
/** The chosen μ: by time as a staircase, by work as it was in each picture. */
function ownChoices({ params, series, last }: Scene): Pick<StripLine, 'xs' | 'ys'> {
  if (params.across === 'work') return { xs: null, ys: log10Of(series.muNow, last) }
  return staircaseOf(wholeOf(params).choices)
}

/** Strips from the top down. */
export function stripsOf(scene: Scene): readonly Strip[] {
  const { params, series, last, palette, words } = scene
  const line = (values: Float64Array, color: string, more: Partial<StripLine> = {}): StripLine => ({
    ys: log10Of(values, last),
    xs: null,
    color,
    ...more,
  })
  const distance = [line(series.distance, palette.ink)]
  // Without the last step, which is clipped to the end of the run.
  const sizes = line(series.size, ruleColour(palette, params))
  const size = [{ ...sizes, ys: sizes.ys.subarray(0, Math.max(1, last)) }]
  const errors = [
    line(series.energyError, ruleColour(palette, params), { label: words.ofEnergy }),
    line(series.placeError, palette.ink, { dash: [2, 3], label: words.ofPlaces }),
    ...(params.twin ? [line(series.twinDistance, twinColour(palette), { dash: [5, 3], label: words.ofTwins })] : []),
  ]
  const [distanceLow, distanceHigh] = rangeOf(distance, [-1, 0])
  const [sizeLow, sizeHigh] = rangeOf(size, [-3, -2])
  const [errorLow, errorHigh] = rangeOf(errors, [-8, -2])
  const other = params.tab === 'learn' ? otherChoices(scene) : null
  const chosen: StripLine[] = [
    ...(choosesMu(scene)
      ? [{ ...ownChoices(scene), color: ruleColour(palette, params), label: other ? words.shipped : undefined }]
      : []),
    ...(other ? [{ ...other, color: palette.base3, dash: [5, 3], label: words.yours }] : []),
  ]
  const mu: Strip = {
    name: 'mu',
    title: words.chosen,
    low: Math.log10(ACTIONS[0]!) - 0.2,
    high: Math.log10(ACTIONS.at(-1)!) + 0.2,
    lines: chosen,
  }
  return [
    { name: 'distance', title: words.closest, low: distanceLow, high: distanceHigh, lines: distance },
    ...(chosen.length > 0 ? [mu] : []),
    // Small pictures have only three.
    ...(params.tab === 'learn' ? [] : [{ name: 'size', title: words.stepSize, low: sizeLow, high: sizeHigh, lines: size }]),
    { name: 'errors', title: words.errors, low: errorLow, high: errorHigh, lines: errors },
  ]
}

/** Each strip has height 1. */
export const stripsWindow = (scene: Scene): Window => [
  [0, scene.params.across === 'time' ? scene.params.until : Math.max(1, scene.steps)],
  [0, stripCount(scene)],
]
function stripCount(scene: Scene): number {
  const learns = scene.params.tab === 'learn'
  const chosen = choosesMu(scene) || (learns && otherChoices(scene) !== null)
  return 3 + (chosen ? 1 : 0) - (learns ? 1 : 0)
}

const INSIDE: readonly [bottom: number, top: number] = [0.07, 0.68] // of a strip; its title is above

/** Height in the window of a logarithm in strip number `index` from the top. */
export const heightOf = ({ low, high }: Strip, index: number, count: number, value: number): number =>
  count - 1 - index + INSIDE[0] + (INSIDE[1] - INSIDE[0]) * Math.min(Math.max((value - low) / (high - low), -0.06), 1.04)
