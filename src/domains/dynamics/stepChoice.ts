// The choice of the step during a run as a game: an agent picks μ, the bodies move for a tenth of a year, and the reward weighs error against work.
// The rules are those of the paper's code (reward number 5); a departure is marked.
import { steadyLog10 } from '@/numerics/steady'
import { type Hermite, restart, runHermite, startHermite, timeOf } from './hermite'
import { type Bodies, closestPair, distanceSquared, energy, PAIRS } from './nbody'
import { SCENE_TIME } from './nbodySystems'

/** μ of action 0 to 9: evenly spaced logarithms, 10⁻⁴ to 10⁻¹; rounded, since powers differ between engines in the last bit. */
export const ACTIONS: readonly number[] = Array.from({ length: 10 }, (_, k) => Number((10 ** (-4 + k / 3)).toPrecision(15)))
/** Time between two choices: 0.1 yr in units of the scene. */
export const INTERVAL = 0.1 / SCENE_TIME
/** An episode ends when |ε| exceeds this. */
export const LOST = 0.1
/** Unlike the paper, an interval stops after so many steps: at the smallest μ the tightest scenes would take minutes. */
export const MOST_SUBSTEPS = 200_000

export interface Weights {
  /** W₀ of the error and W₂ of haste. */
  readonly error: number
  readonly haste: number
}
export const PAPER_WEIGHTS: Weights = { error: 3000, haste: 4 }

/** A game, plain data. */
export interface Episode {
  readonly run: Hermite
  readonly energyAtStart: number
  /** Choices made. */
  round: number
  /** ε = (E - E₀)/E₀ + 10⁻²⁰; 0 before the first choice. */
  error: number
  /** Steps of the integrator in the last interval. */
  substeps: number
}

export function startEpisode(bodies: Bodies): Episode {
  return { run: startHermite(bodies), energyAtStart: energy(bodies), round: 0, error: 0, substeps: 0 }
}

/** Continues for one interval with the given μ. */
export function advance(episode: Episode, mu: number, most = MOST_SUBSTEPS): void {
  const { run, energyAtStart } = episode
  restart(run)
  episode.substeps = runHermite(run, { kind: 'hmm', mu }, timeOf(run) + INTERVAL, most)
  episode.round++
  episode.error = (energy(run) - energyAtStart) / energyAtStart + 1e-20
}

export const isLost = (episode: Episode): boolean => !(Math.abs(episode.error) <= LOST)

/** -log₁₀|ε|, 0 before the first choice. */
const accuracy = (error: number) => (error === 0 ? 0 : -steadyLog10(Math.abs(error)))

/** The input of the paper's network: places over 10 [3, 2], velocities [3, 2], -log₁₀|ε|. Writes 13 numbers to `out`. */
export function observeAll({ run, error }: Episode, out: Float64Array): void {
  for (let i = 0; i < 6; i++) {
    out[i] = run.positions[i]! / 10
    out[6 + i] = run.velocities[i]!
  }
  out[12] = accuracy(error)
}

/** The short form: smallest distance over 10, relative speed of that pair, -log₁₀|ε|. Writes 3 numbers to `out`. */
export function observePair({ run, error }: Episode, out: Float64Array): void {
  const pair = closestPair(run.positions)
  const [i, j] = PAIRS[pair]!
  const v = run.velocities
  out[0] = Math.sqrt(distanceSquared(run.positions, pair)) / 10
  const [u, w] = [v[2 * j]! - v[2 * i]!, v[2 * j + 1]! - v[2 * i + 1]!]
  out[1] = Math.sqrt(u * u + w * w)
  out[2] = accuracy(error)
}

/** Reward of choice number `round` = 2, 3, … that led to the error ε: -W₀ log₁₀(|ε|/10⁻¹⁰)/(|log₁₀|ε||³ n) + W₂/|log₁₀ μ|. */
export function reward(error: number, mu: number, round: number, { error: w0, haste: w2 }: Weights): number {
  const digits = steadyLog10(Math.abs(error))
  return (-w0 * (digits + 10)) / (Math.abs(digits * digits * digits) * round) + w2 / Math.abs(steadyLog10(mu))
}
