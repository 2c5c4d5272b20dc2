// Preferences between K answers: Bradley-Terry labels, the reward that fits them best, and the chance of winning against a policy.
import { type Stream, uniform } from '@/numerics/random'

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** An answer by its share: the first whose cumulative probability exceeds `u`. */
function pick(policy: ArrayLike<number>, u: number): number {
  let below = 0
  for (let y = 0; y < policy.length - 1; y++) {
    below += policy[y]!
    if (u < below) return y
  }
  return policy.length - 1
}

/**
 * `pairs` comparisons of two answers drawn from `policy` [K]; i wins over j with chance `chances`[i][j]. Fills `wins` [K, K], row-major: wins of the
 * row over the column. A pair of equal answers says nothing and is dropped. Every pair takes three uniforms, so two policies with copies of one
 * stream get the same luck.
 */
export function compare(
  policy: ArrayLike<number>,
  chances: readonly (readonly number[])[],
  pairs: number,
  luck: Stream,
  wins: Float64Array,
): void {
  const count = policy.length
  wins.fill(0)
  for (let k = 0; k < pairs; k++) {
    const i = pick(policy, uniform(luck))
    const j = pick(policy, uniform(luck))
    const u = uniform(luck)
    if (i !== j) wins[u < chances[i]![j]! ? i * count + j : j * count + i]!++
  }
}

const MOST_STEPS = 50 // card: Newton, 50 iterations from 0
const DONE = 1e-13 // size of a step, in units of the reward
const ROUNDING = 1e-12 // of the loss
const workspaces = new Map<number, { slope: Float64Array; matrix: Float64Array; trial: Float64Array }>() // by K, so that a step allocates nothing
function workspaceOf(count: number) {
  const known = workspaces.get(count)
  if (known) return known
  const made = { slope: new Float64Array(count), matrix: new Float64Array(count * count), trial: new Float64Array(count) }
  workspaces.set(count, made)
  return made
}

/** −log likelihood of a reward, with `ridge`/2 |r|². */
function lossOf(wins: ArrayLike<number>, reward: Float64Array, ridge: number): number {
  const count = reward.length
  let loss = 0
  for (let i = 0; i < count; i++) {
    loss += (ridge / 2) * reward[i]! ** 2
    for (let j = 0; j < count; j++) {
      const won = wins[i * count + j]!
      if (won > 0) loss += won * Math.log1p(Math.exp(reward[j]! - reward[i]!))
    }
  }
  return loss
}

/**
 * Bradley-Terry fit: fills `out` [K] with the reward that minimizes −Σ wins_ij log σ(r_i − r_j) + `ridge`/2 |r|², by Newton's method from 0. The DPO
 * loss learns the same for a table policy, r̂ = β(log π_θ − log π_t). The rewards sum to 0: a constant added to them changes only the ridge term, and
 * the added matrix of ones keeps the system regular without a ridge.
 */
export function fitReward(wins: ArrayLike<number>, ridge: number, out: Float64Array): void {
  const count = out.length
  const { slope, matrix, trial } = workspaceOf(count)
  out.fill(0)
  for (let k = 0; k < MOST_STEPS; k++) {
    for (let i = 0; i < count; i++) {
      slope[i] = ridge * out[i]!
      for (let j = 0; j < count; j++) matrix[i * count + j] = 1
      matrix[i * count + i]! += ridge
    }
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < i; j++) {
        const [won, lost] = [wins[i * count + j]!, wins[j * count + i]!]
        const chance = sigmoid(out[i]! - out[j]!)
        const pull = (won + lost) * chance - won
        const weight = (won + lost) * chance * (1 - chance)
        slope[i]! += pull
        slope[j]! -= pull
        matrix[i * count + i]! += weight
        matrix[j * count + j]! += weight
        matrix[i * count + j]! -= weight
        matrix[j * count + i]! -= weight
      }
    }
    solvePositive(matrix, slope)
    // A full step, halved until the loss does not grow: far from the minimum Newton would overshoot.
    const loss = lossOf(wins, out, ridge)
    let share = 1
    let moved = 0
    do {
      moved = 0
      for (let i = 0; i < count; i++) {
        trial[i] = out[i]! - share * slope[i]!
        moved = Math.max(moved, Math.abs(share * slope[i]!))
      }
      share /= 2
    } while (lossOf(wins, trial, ridge) > loss * (1 + ROUNDING) && moved > DONE)
    out.set(trial)
    if (moved <= DONE) return
  }
}

/** Solves A x = b in place, A [K, K] symmetric and positive definite: b becomes x, and A its Cholesky factor. */
function solvePositive(a: Float64Array, b: Float64Array): void {
  const n = b.length
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j]!
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j]!
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i]! -= a[i * n + k]! * b[k]!
    b[i]! /= a[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i]! -= a[k * n + i]! * b[k]!
    b[i]! /= a[i * n + i]!
  }
}

/** P(row beats column), [K, K], if rewards decide (Bradley and Terry 1952): σ(r_i − r_j). */
export const chancesOf = (reward: readonly number[]): number[][] => reward.map((r) => reward.map((other) => sigmoid(r - other)))

/** SPPO's reward: each answer's chance to win against one drawn from the policy, minus a half. Fills `out` [K]. */
export function winsAgainst(chances: readonly (readonly number[])[], policy: ArrayLike<number>, out: Float64Array): void {
  for (const [y, row] of chances.entries()) {
    let chance = -0.5
    for (let other = 0; other < row.length; other++) chance += policy[other]! * row[other]!
    out[y] = chance
  }
}
