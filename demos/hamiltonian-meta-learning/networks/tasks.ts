// What is observed: states of one law, drawn where its motions are, and their rates of change.
import { fillMotion, type LawName } from '@/domains/dynamics/hamiltonians'
import type { Observations } from '@/domains/nets/motionNets'
import { type Stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'

/** Where states of a law are drawn: |qᵢ| < `q`, |pᵢ| < `p`, and for two bodies |q| between `core` and `q`. */
export interface Cloud {
  q: number
  p: number
  core?: number
}
export const clouds: Readonly<Record<LawName, Cloud>> = {
  spring: { q: 1.3, p: 1.3 },
  pendulum: { q: 2.5, p: 1.5 },
  henonHeiles: { q: 0.9, p: 0.6 },
  quartic: { q: 1.3, p: 1.3 },
  kepler: { q: 1.6, p: 1, core: 0.6 },
}
/** Laws of the training; the two bodies are held out. */
export const KNOWN = ['spring', 'pendulum', 'henonHeiles', 'quartic'] as const
/** Strengths θ of the training, and of a training with little diversity. */
export const STRENGTHS = [0.3, 2] as const
export const NARROW = [0.9, 1.1] as const

/** Whether there are data at a place. */
export function isCovered({ q, core }: Cloud, x: number, y: number): boolean {
  if (core === undefined) return Math.abs(x) <= q && Math.abs(y) <= q
  const square = x * x + y * y
  return square >= core * core && square <= q * q
}

const within = (draws: Stream, size: number) => size * (2 * uniform(draws) - 1)

/** Writes a state to out[at], …: even over the box, or over distances and directions. */
export function drawState({ q, p, core }: Cloud, draws: Stream, out: Float64Array, at: number): void {
  if (core === undefined) {
    out[at] = within(draws, q)
    out[at + 1] = within(draws, q)
  } else {
    const distance = core + (q - core) * uniform(draws)
    const angle = 2 * Math.PI * uniform(draws)
    out[at] = distance * steadyCos(angle)
    out[at + 1] = distance * steadySin(angle)
  }
  out[at + 2] = within(draws, p)
  out[at + 3] = within(draws, p)
}

export const observationsOf = (count: number): Observations => ({
  states: new Float64Array(4 * count),
  rates: new Float64Array(4 * count),
})

/** Draws fresh states of a law, with their true rates. */
export function drawTask(law: LawName, theta: number, draws: Stream, task: Observations): void {
  for (let at = 0; at < task.states.length; at += 4) drawState(clouds[law], draws, task.states, at)
  fillMotion(law, theta, task.states, task.rates)
}

/** Adds noise of this standard deviation to the rates. */
export function addNoise({ rates }: Observations, size: number, draws: Stream): void {
  for (let k = 0; k < rates.length; k++) rates[k]! += size * steadyNormal(draws)
}
