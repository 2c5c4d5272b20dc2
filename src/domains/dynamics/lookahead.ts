// A greedy oracle for the game of stepChoice.ts: it tries an interval with each μ and takes the one that pays most. Its tries do not count as work; it
// shows what a policy could earn that sees one interval ahead, and no further.

import { type Hermite, startHermite } from './hermite'
import { energy } from './nbody'
import { ACTIONS, advance, type Episode, PAPER_WEIGHTS, reward, type Weights } from './stepChoice'

/** Smallest action that is tried, μ = 10⁻³: smaller ones are never worth it, and cost ten times as much as all others together. */
const FIRST = 3
const MOST = 20_000 // steps of a try

/** Workspace for a try; plain data. */
export interface Lookahead {
  readonly run: Hermite
}
export const startLookahead = (like: Hermite): Lookahead => ({ run: startHermite(like) })

function copy(from: Hermite, to: Hermite): void {
  to.positions.set(from.positions)
  to.velocities.set(from.velocities)
  to.acceleration.set(from.acceleration)
  to.jerk.set(from.jerk)
  to.oldAcceleration.set(from.oldAcceleration)
  to.oldJerk.set(from.oldJerk)
  to.clock.set(from.clock)
  to.steps = from.steps
}

/** The action that would earn most in the next interval. */
export function lookAhead({ run }: Lookahead, game: Episode, weights: Weights = PAPER_WEIGHTS): number {
  let best = ACTIONS.length - 1
  let most = Number.NEGATIVE_INFINITY
  for (let action = FIRST; action < ACTIONS.length; action++) {
    copy(game.run, run)
    const mu = ACTIONS[action]!
    const trial: Episode = { run, energyAtStart: game.energyAtStart, round: game.round, error: game.error, substeps: 0 }
    advance(trial, mu, MOST)
    const error = (energy(run) - game.energyAtStart) / game.energyAtStart + 1e-20
    const earned = reward(error, mu, game.round + 1, weights)
    if (earned > most) [best, most] = [action, earned]
  }
  return best
}
