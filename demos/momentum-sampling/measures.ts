// What the claims measure, by running the solvers, without closed forms or roots.
import { type Rule, startMultistep } from '@/domains/diffusion/multistep'
import { border } from '@/numerics/statistics'
import { exactEnds } from './exact'
import { stepTest } from './model'
import { medianError, sampled } from './outcome'
import { type Params, rulesOf } from './params'

/** The rule of the solver in hand. */
export const held = (p: Params): Rule => rulesOf(p)[p.family]
/** The same solver without momentum. */
export const plain = (p: Params): Rule => ({ ...held(p), family: 'AB', beta: 1 })

const LONG = 2000 // steps of the test equation for a border; the last quarter shows only the largest root
const SHORT = 320 // for a point of an area

/** Whether x′ = λx with z = λδ finally grows from step to step. */
function grows(rule: Rule, re: number, im: number, steps = LONG): boolean {
  const run = startMultistep(rule, Float64Array.of(1, 0))
  let [before, after] = [0, 0]
  for (let step = 1; step <= steps; step++) {
    stepTest(run, rule, re, im)
    const size = Math.hypot(run.x[0]!, run.x[1]!)
    if (!(size < 1e100)) return true
    if (step > 0.75 * steps && step <= 0.875 * steps) before = Math.max(before, size)
    if (step > 0.875 * steps) after = Math.max(after, size)
  }
  return after > before
}

const ROUNDS = 24
/** L: the border, going left from 0, between runs that decay and runs that grow. */
export const measuredLength = (rule: Rule, most = 100): number => border(0, most, (at) => !grows(rule, -at, 0), ROUNDS + 8)

/** How far above the real line at `re` runs decay. */
export const measuredHeight = (rule: Rule, re: number): number => border(0, 4, (at) => !grows(rule, re, at), ROUNDS)

const SIDE = 56 // points across and up
/** Area where runs decay, counted on a grid over the upper half of [-length, 0.2 length] × [0, height], times two. */
export function measuredArea(rule: Rule, length: number, height: number): number {
  const [dx, dy] = [(1.2 * length) / SIDE, height / SIDE]
  let count = 0
  for (let i = 0; i < SIDE; i++) {
    for (let j = 0; j < SIDE; j++) if (!grows(rule, -length + (i + 0.5) * dx, (j + 0.5) * dy, SHORT)) count++
  }
  return 2 * count * dx * dy
}

/** Median distance of the samples from their exact ends. */
export const measuredError = (p: Params): number => medianError(sampled(held(p), p, p.steps), exactEnds(p))
