// A whole flight without a picture: its number of steps, its cost and its final error. The player's steps divide it evenly.
import { separation } from '@/domains/dynamics/nbody'
import { bodiesIn, energyErrorIn, evaluationsIn, fly, startFlight, timeIn } from './flight'
import type { Params } from './params'
import { bodiesAt, START_KEYS, truthOf } from './start'

/** No run takes more than some 50 ms of work: two bodies that meet head-on would need endless steps. In force evaluations of Hermite steps. */
const MOST_WORK = 350_000
/** The cost of an evaluation in each scheme, including the work between two of them; for a look ahead, with its tries. */
const COST: Readonly<Record<Params['scheme'], number>> = { hermite: 1, leapfrog: 1.5, pair: 4, radau: 3 }
const LOOKING = 8
/** Most force evaluations of a run. */
export const mostEvaluations = ({ scheme, rule }: Pick<Params, 'scheme' | 'rule'>): number =>
  Math.round(MOST_WORK / (COST[scheme] * (rule === 'greedy' && (scheme === 'hermite' || scheme === 'leapfrog') ? LOOKING : 1)))

export interface Whole {
  steps: number
  evaluations: number
  time: number
  energyError: number
  /** False: stopped at the cap. */
  arrived: boolean
  /** The chosen actions, one for each interval; empty if μ is not chosen. */
  choices: Uint8Array
}

const KEYS = [...START_KEYS, 'scheme', 'rule', 'mu', 'delta', 'eta', 'tolerance', 'until'] as const
const known = new Map<string, Whole>() // a cache, so that many readers of the same parameters pay once
const lately = new WeakMap<Params, Whole>()
const KEPT = 16

/** Flies to the end of the run; some 0.2 µs a step. */
export function wholeOf(p: Params): Whole {
  const last = lately.get(p)
  if (last) return last
  const flight = flown(p)
  for (;;) {
    const next = flight.next()
    if (next.done) return next.value
  }
}

const CHUNK = 250 // steps in a piece: at most some ms with the most expensive scheme

/** The same in pieces; afterwards the result is cached. */
export function* flown(p: Params): Generator<void, Whole, void> {
  const key = JSON.stringify(KEYS.map((name) => p[name]))
  let whole = known.get(key)
  if (!whole) {
    const f = startFlight(bodiesAt(p), p)
    while (timeIn(f) < p.until && evaluationsIn(f) < mostEvaluations(p)) {
      if (fly(f, p.scheme, p.until, CHUNK) === 0) break
      yield
    }
    const time = timeIn(f)
    whole = {
      steps: f.steps,
      evaluations: evaluationsIn(f),
      time,
      energyError: energyErrorIn(f),
      arrived: time >= p.until,
      choices: f.choices.subarray(0, f.game?.round ?? 0),
    }
    if (known.size >= KEPT) known.clear()
    known.set(key, whole)
  }
  lately.set(p, whole)
  return whole
}

const places = new Float64Array(6)

/** Largest distance of a body from its exact place at the end; NaN if that is not known. Computes the flight again. */
export function placeErrorAtEnd(p: Params): number {
  const whole = wholeOf(p)
  if (!truthOf(p).at(whole.time, places)) return Number.NaN
  const f = startFlight(bodiesAt(p), p)
  fly(f, p.scheme, p.until, whole.steps)
  return separation(bodiesIn(f).positions, places)
}
