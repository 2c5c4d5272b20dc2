// The cost of an imperfect model against ε: the KL of its end, computed in a worker.
import type { Computed } from '@/contract'
import { odeKl, sdeKl, type Table, tableOf } from '@/domains/diffusion/interpolantError'
import type { Params } from './params'
import { problemOf } from './problem'

export interface Cost {
  /** log₁₀ ε, rising. */
  logs: Float64Array
  /** KL of the SDE with that ε; NaN where it is not known yet. */
  kl: Float64Array
  /** KL of the ODE. */
  ode: number
}
/** The 400 cells resolve ε ≥ 0.1; the chart ends a little below. */
export const LEAST_LOG = Math.log10(0.06)
export const MOST_LOG = Math.log10(5)
const POINTS = 25
const STRIDES = [8, 4, 2, 1]
/** Of the ODE's grid and its steps: three digits, 10 ms. */
const [ENDS, ODE_STEPS] = [240, 60]

/** The table depends only on the clouds: it is cached while errors are dragged. */
let kept: { key: string; table: Table } | null = null
function tableFor(p: Params): Table {
  const { kind, from, to } = problemOf(p)
  const key = JSON.stringify([
    kind,
    Array.from(from.means),
    Array.from(from.covariances),
    Array.from(to.means),
    Array.from(to.covariances),
  ])
  if (kept?.key !== key) kept = { key, table: tableOf(problemOf(p).fields) }
  return kept.table
}

export const cost: Computed<Params, Cost> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['scene', 'path', 'gamma', 'gammaTurn', 'gammaZero', 'a', 'humps', 'deltaB', 'deltaS'],
  when: (p) => p.scene === 'line',
  *compute(p) {
    const logs = Float64Array.from({ length: POINTS }, (_, k) => LEAST_LOG + ((MOST_LOG - LEAST_LOG) * k) / (POINTS - 1))
    const kl = new Float64Array(POINTS).fill(Number.NaN)
    const { deltaB, deltaS } = p
    const ode = odeKl(problemOf(p).fields, deltaB, ENDS, ODE_STEPS)
    const result = (): Cost => ({ logs, kl: kl.slice(), ode })
    yield { done: 0, result: result(), silent: true }
    const table = tableFor(p)
    let done = 0
    for (const stride of STRIDES) {
      const fresh = Array.from(kl.keys()).filter((k) => k % stride === 0 && Number.isNaN(kl[k]!))
      for (const [index, k] of fresh.entries()) {
        kl[k] = sdeKl(table, 10 ** logs[k]!, deltaB, deltaS)
        done += 1 / POINTS
        // only whole curves are shown: a picture costs the page more than a point is worth
        yield { done, result: result(), silent: index < fresh.length - 1 }
      }
    }
    return { logs, kl, ode }
  },
}
