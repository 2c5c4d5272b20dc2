// What the claims measure, from runs of the world and its tracker.
import type { Run } from '@/contract'
import { fitCloud } from '@/domains/dynamics/timingRatio'
import { fillNormal, stream } from '@/numerics/random'
import { mean } from '@/numerics/regression'
import { boxOf } from './box'
import { filmed } from './campaign'
import type { State } from './model'
import type { Params } from './params'
import type { readouts } from './readouts'
import { clipScenes, RENDERED_COUNT } from './scenes'
import { exactPoint, theWorld } from './world'

type Recording = Run<Params, State, keyof typeof readouts & string>
type Again = (params: Partial<Params>) => Recording
export const EARTH = 9.81 // m/s²

/** Three worlds with a film that reads `g`: weak gravity, slow motion on Earth, a giant's house on Earth. */
export const threeWorlds = (g: number): readonly Partial<Params>[] => [
  { g },
  { g: EARTH, fps: 24 * Math.sqrt(EARTH / g) },
  { g: EARTH, size: EARTH / g },
]

/** Largest difference between the rows of the three films, px. */
export function filmsDiffer(again: Again, g: number): number {
  const films = threeWorlds(g).map((world) => again(world).series)
  let most = 0
  for (const key of ['row1', 'row2'] as const) {
    const first = films[0]![key]
    for (const film of films) for (const [i, row] of film[key].entries()) most = Math.max(most, Math.abs(row - (first[i] ?? row)))
  }
  return most
}

const last = ({ series, last: end }: Recording, key: keyof typeof readouts & string): number => series[key][end]!
/** So many frames that only the physics matters. */
const FINE = { fps: 240, noise: 0 } as const
export const fine = (again: Again, key: keyof typeof readouts & string, params: Partial<Params> = {}): number =>
  last(again({ ...FINE, ...params }), key)

const RATES = [6, 8, 12, 18, 24, 30, 48, 60, 90, 120] // frames a second

/** Frame rates at which the exact point is outside the error box. */
export function outsideBox(again: Again): number {
  return RATES.filter((fps) => {
    const run = again({ fps })
    const box = boxOf(run.state(run.last), run.params)
    const [times, heights] = exactPoint(theWorld(run.params))
    const isIn = ([from, to]: readonly [number, number], value: number) => from <= value && value <= to
    return box === null || !isIn(box.times, times) || !isIn(box.heights, heights)
  }).length
}

const DRAWS = 100_000
/** Slope of a straight line through so many clips of falling at constant speed, ln h1/h2 ~ N(0, σ²). */
export function constantSpeedSlope(sigma: number): number {
  const draws = new Float64Array(DRAWS)
  fillNormal(stream(1, 'constant speed'), draws)
  const heights = draws.map((x) => Math.exp(sigma * x))
  return fitCloud({ heights, times: heights.map((h) => h * h) }).slope
}

/** Slope, exponent and mean reading of the benchmark's rendered scenes, tracked without noise. */
export function rendered(p: Params): { slope: number; exponent: number; reading: number } {
  const { fit, readings } = filmed({ ...p, noise: 0 }, clipScenes(p.seed).slice(0, RENDERED_COUNT))
  return { slope: fit?.slope ?? Number.NaN, exponent: fit?.exponent ?? Number.NaN, reading: mean(readings) }
}
