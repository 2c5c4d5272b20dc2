// What claims measure beyond a single run.
import { closestApproach } from '@/domains/dynamics/closestApproach'
import { closestPair, distanceSquared, separation } from '@/domains/dynamics/nbody'
import { ACTIONS, INTERVAL, isLost, PAPER_WEIGHTS, startEpisode } from '@/domains/dynamics/stepChoice'
import { playRound, randomScene, TEST_ROUNDS, TEST_SEEDS } from '@/domains/dynamics/stepPolicy'
import { median } from '@/numerics/regression'
import { energyErrorIn, evaluationsIn, fly, startFlight } from './flight'
import type { Params } from './params'
import { shippedPolicy } from './shipped'
import { bodiesAt, startOf, truthOf } from './start'
import type { Tests } from './training'

/** The last value of a series. */
export const last = (values: Float64Array): number => values.at(-1)!

/** Smallest distance ever between two bodies, by the reference scheme. */
export const closestEver = (p: Params): number => closestApproach(bodiesAt(p), p.until)?.distance ?? Number.NaN

/** Distance of body 1 from the centre at a time, by the reference scheme. */
export function exactDistance(p: Params, time: number): number {
  const places = new Float64Array(6)
  return truthOf(p).at(time, places) ? Math.hypot(places[0]!, places[1]!) : Number.NaN
}

/** How far the bodies are from where they started. */
export const returned = (p: Params, places: Float64Array): number => separation(places, bodiesAt(p).positions)

interface Spent {
  readonly evaluations: number
  readonly error: number
}
/** The work of constants, by rising error, for the same error, relative to this one; interpolated linearly in logarithms. */
function workAgainst(constants: readonly Spent[], { error, evaluations }: Spent): number {
  const y = Math.log10(error)
  const points = constants.map((one) => ({ x: Math.log10(one.evaluations), y: Math.log10(one.error) }))
  for (let k = 1; k < points.length; k++) {
    const [a, b] = [points[k - 1]!, points[k]!]
    if (!(a.y <= y && y <= b.y)) continue
    return evaluations / 10 ** (a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y))
  }
  return Number.NaN
}

/** Work of the shipped network over that of a constant μ with the same median error, on the test scenes. */
export const workAtEqualError = ({ constants, shipped }: Tests): number =>
  workAgainst(
    constants.map(({ test }) => test),
    shipped!,
  )

/** Useful constants: μ from 0.0046 to 0.1. */
const LOOKED_AT = [5, 6, 7, 8, 9]

/** The same with leapfrog steps. */
export function workOnLeapfrog(p: Params): number {
  const spent = (method: Partial<Params>): Spent => {
    const runs = TEST_SEEDS.map((s) => {
      const all = { ...p, ...startOf(randomScene(s)), scheme: 'leapfrog' as const, ...method, until: TEST_ROUNDS * INTERVAL }
      const flight = startFlight(bodiesAt(all), all)
      fly(flight, all.scheme, all.until, MOST_STEPS)
      return { evaluations: evaluationsIn(flight), error: energyErrorIn(flight) }
    })
    return { evaluations: median(runs.map((one) => one.evaluations)), error: median(runs.map((one) => one.error)) }
  }
  const constants = LOOKED_AT.map((action) => spent({ rule: 'mu', mu: ACTIONS[action]! }))
  return workAgainst(constants, spent({ rule: 'learned' }))
}
const MOST_STEPS = 1e6

/** Geometric mean of the μ that the shipped network picks beyond 6 au, over that within 1 au. */
export function farOverClose(): number {
  const sums = { far: 0, close: 0 }
  const counts = { far: 0, close: 0 }
  for (const s of TEST_SEEDS) {
    const episode = startEpisode(randomScene(s))
    while (episode.round < TEST_ROUNDS && !isLost(episode)) {
      const { positions } = episode.run
      const distance = Math.sqrt(distanceSquared(positions, closestPair(positions)))
      const action = shippedPolicy(episode)
      const where = distance > 6 ? 'far' : distance < 1 ? 'close' : null
      if (where) {
        sums[where] += Math.log10(ACTIONS[action]!)
        counts[where]++
      }
      playRound(episode, action, PAPER_WEIGHTS)
    }
  }
  return 10 ** (sums.far / counts.far - sums.close / counts.close)
}
