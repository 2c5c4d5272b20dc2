// Artifacts and errors against the number of steps, for all solvers: the samples run once for each.
import type { Computed } from '@/contract'
import type { Rule } from '@/domains/diffusion/multistep'
import { exactEnds } from './exact'
import { medianError, outside, sampled } from './outcome'
import { type Params, rulesOf, type Solver, solversOf } from './params'

/** Steps on the chart; index 0 of every line is the first of them. */
export const FEWEST = 6
export const MOST = 40
const LENGTH = MOST - FEWEST + 1

export interface Line {
  /** Share of artifacts; NaN where it is not known yet. */
  artifacts: Float64Array
  /** Median distance from the exact end. */
  error: Float64Array
}
/** Lines of the solvers that run. */
export type Sweep = Readonly<Partial<Record<Solver, Line>>>

/** Steps of the rough line; the others follow in order. */
const ROUGH = [6, 10, 20, 40]
const ORDER = [...ROUGH, ...Array.from({ length: LENGTH }, (_, k) => FEWEST + k).filter((steps) => !ROUGH.includes(steps))]

/** The lines are shown after so many of them: a picture costs the page more than a few points are worth. For one solver some 10 ms apart. */
const SHOWN = new Set([ROUGH.length, 22])

// Earlier results are cached: while one solver is tuned, the others do not change.
const lines = new Map<string, Line>()
const KEPT = 200
function lineOf(rule: Rule, p: Params): Line {
  const name = `${rule.family} ${rule.order} ${rule.beta} ${p.width} ${p.guidance} ${p.seed}`
  const line = lines.get(name) ?? {
    artifacts: new Float64Array(LENGTH).fill(Number.NaN),
    error: new Float64Array(LENGTH).fill(Number.NaN),
  }
  if (lines.size >= KEPT) lines.clear()
  lines.set(name, line)
  return line
}

export const sweep: Computed<Params, Sweep> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['family', 'r', 'beta', 'others', 'ab', 'hb', 'ghvb', 'nt', 'width', 'guidance', 'seed'],
  when: (p) => p.scene === 'sampling',
  *compute(p) {
    const rules = rulesOf(p)
    const found = solversOf(p).map((solver) => [solver, lineOf(rules[solver], p)] as const)
    const copy = (): Sweep => structuredClone(Object.fromEntries(found))
    const exact = exactEnds(p)
    for (const [index, steps] of ORDER.entries()) {
      let isNew = false
      for (const [solver, { artifacts, error }] of found) {
        if (!Number.isNaN(artifacts[steps - FEWEST]!)) continue
        const x = sampled(rules[solver], p, steps)
        artifacts[steps - FEWEST] = outside(x)
        error[steps - FEWEST] = medianError(x, exact)
        isNew = true
      }
      if (isNew && SHOWN.has(index + 1)) yield { done: (index + 1) / LENGTH, result: copy() }
    }
    return copy()
  },
}
