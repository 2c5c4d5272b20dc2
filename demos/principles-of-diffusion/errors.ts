// Error against steps: five points go from t = 0.95 to 0.05, and the farthest from where it should be counts.
import { atOnce, type Computed } from '@/contract'
import { flowMap } from '@/domains/diffusion/affineMixture'
import { evenTimes, type Sampler, startAffine, stepAffine } from '@/domains/diffusion/affineSamplers'
import { stream } from '@/numerics/random'
import { slope } from '@/numerics/statistics'
import { FIRST, LAST, type Params } from './params'
import { follow, type Problem, problemOf } from './problem'

/** Samplers without luck. */
export const LANES = ['ddim', 'euler', 'heun', 'dpm'] as const satisfies readonly Sampler[]
export type Lane = (typeof LANES)[number]
const COUNTS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128]
/** Starts, for noise of size 1. */
export const STARTS = [-3, -1, -0.2, 0.5, 2]

export interface Errors {
  /** Rising; the visitor's own count is among them. */
  counts: readonly number[]
  of: Readonly<Record<Lane, readonly number[]>>
}

/** Where `starts` [n, dim] end in n steps. */
export function endsOf({ at, model }: Problem, sampler: Lane, n: number, starts: Float64Array): Float64Array {
  const times = evenTimes(FIRST, LAST, n)
  const run = startAffine(starts.slice())
  const random = stream(0)
  for (let k = 1; k <= n; k++) {
    const [from, to] = [times[k - 1]!, times[k]!]
    const before = k > 1 ? at(times[k - 2]!) : null
    stepAffine(run, sampler, model, { late: at(from), early: at(to), dt: from - to, before, lambda: 0 }, random)
  }
  return run.x
}

function errorsOf(p: Params): Errors {
  const problem = problemOf(p)
  const { dim } = problem.data
  const scale = p.schedule === 've' ? problem.at(FIRST).sigma : 1
  const starts = Float64Array.from(
    dim === 1 ? STARTS : STARTS.flatMap((x, k) => [x / 2, STARTS[(k + 2) % STARTS.length]! / 2]),
    (x) => scale * x,
  )
  let exact = starts.slice()
  if (dim === 2) follow(problem, exact, FIRST, LAST)
  else exact = starts.map((x) => flowMap(problem.law(FIRST), problem.law(LAST), x))
  const counts = [...new Set([...COUNTS, p.steps])].sort((a, b) => a - b)
  const farthest = (ends: Float64Array) => {
    let most = 0
    for (let i = 0; i < ends.length; i += dim) {
      let square = 0
      for (let j = i; j < i + dim; j++) square += (ends[j]! - exact[j]!) ** 2
      most = Math.max(most, Math.sqrt(square))
    }
    return most
  }
  const line = (lane: Lane) => counts.map((n) => farthest(endsOf(problem, lane, n, starts)))
  return { counts, of: { ddim: line('ddim'), euler: line('euler'), heun: line('heun'), dpm: line('dpm') } }
}

/** Error of a sampler in the visitor's count of steps. */
const own =
  (lane: Lane) =>
  ({ counts, of }: Errors, { steps }: Params) =>
    of[lane][counts.indexOf(steps)] ?? null
/** Order between 64 and 128 steps: minus the slope in the chart. */
const order =
  (lane: Lane) =>
  ({ counts, of }: Errors) => {
    const [a, b] = [64, 128].map((n) => of[lane][counts.indexOf(n)]!)
    return -slope([Math.log(64), Math.log(128)], [Math.log(a!), Math.log(b!)])
  }
const number = (label: string, of: ReturnType<typeof own>) => ({ label, digits: 3, of })

export const errors: Computed<Params, Errors> = {
  kind: 'computed',
  uses: ['tab', 'schedule', 'steps', 'shares', 'bumps', 'sites', 'spread'],
  when: (p) => p.tab !== 'train',
  summary: {
    errorDdim: number('largest error, DDIM', own('ddim')),
    errorEuler: number('largest error, Euler', own('euler')),
    errorHeun: number('largest error, Heun', own('heun')),
    errorDpm: number('largest error, DPM++', own('dpm')),
    orderDdim: number('order, DDIM', order('ddim')),
    orderEuler: number('order, Euler', order('euler')),
    orderHeun: number('order, Heun', order('heun')),
    orderDpm: number('order, DPM++', order('dpm')),
  },
  compute: atOnce(errorsOf),
}
