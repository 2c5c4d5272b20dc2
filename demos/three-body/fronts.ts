// Work against error, for every way of choosing steps: computed while one watches, coarse first.
import type { Computed } from '@/contract'
import { coarseFirst, type FrontierPoint, frontier, type Runner } from '@/domains/dynamics/frontier'
import { bodiesIn, evaluationsIn, type Flight, fly, type Method, startFlight, timeIn } from './flight'
import type { Params } from './params'
import { bodiesAt, START_KEYS, truthOf } from './start'
import { mostEvaluations } from './whole'

/** The curves: what is varied along each, and its range. */
const CURVES = {
  mu: { scheme: 'hermite', rule: 'mu', knob: 'mu', from: 0.3, to: 1e-4, count: 25 },
  fixed: { scheme: 'hermite', rule: 'fixed', knob: 'delta', from: 0.05, to: 1e-5, count: 17 },
  aarseth: { scheme: 'hermite', rule: 'aarseth', knob: 'eta', from: 0.3, to: 1e-5, count: 13 },
  leapfrog: { scheme: 'leapfrog', rule: 'fixed', knob: 'delta', from: 0.05, to: 1e-5, count: 13 },
  swift: { scheme: 'leapfrog', rule: 'mu', knob: 'mu', from: 0.3, to: 1e-4, count: 13 },
  pair: { scheme: 'pair', rule: 'mu', knob: 'tolerance', from: 1e-3, to: 1e-14, count: 12 },
} as const
export type CurveName = keyof typeof CURVES
/** Ways that have no knob: a single point each. */
const POINTS = {
  learned: { scheme: 'hermite', rule: 'learned' },
  radau: { scheme: 'radau', rule: 'mu' },
  greedy: { scheme: 'hermite', rule: 'greedy' },
} as const
export type PointName = keyof typeof POINTS

export interface Fronts {
  /** The points of each curve known so far, by falling knob. */
  readonly curves: Readonly<Record<CurveName, readonly FrontierPoint[]>>
  readonly points: Readonly<Partial<Record<PointName, FrontierPoint>>>
}

/** Steps of a scheme for so many force evaluations. */
const stepsFor = ({ pair, radau }: Flight, evaluations: number) =>
  Math.max(1, Math.floor(evaluations / (radau ? 15 : pair ? 12 : 1)))

function runnerOf(p: Params, method: Partial<Method>): Runner {
  const all = { ...p, ...method }
  const flight = startFlight(bodiesAt(p), all)
  return {
    bodies: () => bodiesIn(flight),
    evaluations: () => evaluationsIn(flight),
    run(evaluations) {
      const taken = fly(flight, all.scheme, p.until, stepsFor(flight, evaluations))
      return timeIn(flight) >= p.until || taken === 0
    },
  }
}

/** A curve is shown at these numbers of points: a picture costs the page more than a point is worth. */
const SHOWN_AT = new Set([5, 9, 17])
const SHOWN_FIRST = ['mu', 'fixed'] as const
const LATER = ['aarseth', 'leapfrog', 'swift', 'pair'] as const

export const fronts: Computed<Params, Fronts> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', 'until', ...START_KEYS],
  when: (p) => p.tab === 'flight' || p.tab === 'compare',
  rest: 100,
  *compute(p) {
    const curves: Record<CurveName, readonly FrontierPoint[]> = {
      mu: [],
      fixed: [],
      aarseth: [],
      leapfrog: [],
      swift: [],
      pair: [],
    }
    const points: Partial<Record<PointName, FrontierPoint>> = {}
    const result = (): Fronts => ({ curves: { ...curves }, points: { ...points } })
    const truth = new Float64Array(6)
    const target = truthOf(p).at(p.until, truth) ? truth : null

    // Each part's share of the whole, by its work.
    const parts = [
      ...SHOWN_FIRST.map((name) => ({ name, share: 0.25 })),
      { name: 'learned', share: 0.05 } as const,
      ...(p.tab === 'compare'
        ? ([
            ...LATER.map((name) => ({ name, share: 0.1 })),
            { name: 'radau', share: 0.02 },
            { name: 'greedy', share: 0.03 },
          ] as const)
        : []),
    ]
    const total = parts.reduce((sum, { share }) => sum + share, 0)
    let before = 0
    for (const { name, share } of parts) {
      const part = share / total
      if (name in CURVES) {
        const { scheme, rule, knob, from, to, count } = CURVES[name as CurveName]
        const work = frontier(
          (value) => runnerOf(p, { scheme, rule, [knob]: value }),
          target,
          coarseFirst(from, to, count),
          mostEvaluations({ scheme, rule }),
        )
        for (const { done, result: found } of work) {
          const known = found.filter((one) => one.isWhole).toSorted((a, b) => b.knob - a.knob)
          const silent =
            known.length === curves[name as CurveName].length || !(SHOWN_AT.has(found.length) || found.length === count)
          if (!silent) curves[name as CurveName] = known
          yield { done: before + part * done, result: result(), silent }
        }
      } else {
        const method = POINTS[name as PointName]
        const work = frontier(() => runnerOf(p, method), target, [0], mostEvaluations(method))
        for (const { done, result: found } of work) {
          const [point] = found
          if (point?.isWhole) points[name as PointName] = point
          yield { done: before + part * done, result: result(), silent: point === undefined }
        }
      }
      before += part
    }
    return result()
  },
}
