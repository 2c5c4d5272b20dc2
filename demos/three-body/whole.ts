// A whole flight without a picture: how many steps it takes, what it costs and how far off it ends. The player's steps are shares of it.
import { separation } from '@/domains/dynamics/nbody'
import { bodiesIn, energyErrorIn, evaluationsIn, fly, startFlight, timeIn } from './flight'
import type { Params } from './params'
import { bodiesAt, START_KEYS, truthOf } from './start'

/** No run is longer than some 50 ms of work: two bodies that meet head-on would need steps without end. In force evaluations of Hermite steps. */
const MOST_WORK = 350_000
/** What an evaluation costs in each scheme, with all that is done between two of them; in a look ahead, with its tries. */
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
  /** The actions that were chosen, one an interval; empty where μ is not chosen. */
  choices: Uint8Array
}

const KEYS = [...START_KEYS, 'scheme', 'rule', 'mu', 'delta', 'eta', 'tolerance', 'until'] as const
const known = new Map<string, Whole>() // a memo, so that many readers of the same parameters pay once
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

const CHUNK = 250 // steps in a piece: at most some ms, with the dearest scheme

/** The same in pieces; afterwards it is known. */
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

/** Largest distance of a body from where it should be at the end; NaN where that is not known. Flies once more. */
export function placeErrorAtEnd(p: Params): number {
  const whole = wholeOf(p)
  if (!truthOf(p).at(whole.time, places)) return Number.NaN
  const f = startFlight(bodiesAt(p), p)
  fly(f, p.scheme, p.until, whole.steps)
  return separation(bodiesIn(f).positions, places)
}
