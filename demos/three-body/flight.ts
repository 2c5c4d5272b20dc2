// A flight: three bodies, a scheme and a step rule. Advancing it by single steps or by many gives bitwise the same.
import { type DormandPrince, runDormandPrince, startDormandPrince } from '@/domains/dynamics/dormandPrince'
import { type GaussRadau, runGaussRadau, startGaussRadau } from '@/domains/dynamics/gaussRadau'
import { type Hermite, restart, runHermite, startHermite, timeOf } from '@/domains/dynamics/hermite'
import { hermiteStep } from '@/domains/dynamics/hermiteKernel'
import { kickDriftKick } from '@/domains/dynamics/kickDriftKick'
import { type Lookahead, lookAhead, startLookahead } from '@/domains/dynamics/lookahead'
import { type Bodies, energy } from '@/domains/dynamics/nbody'
import { ACTIONS, type Episode, INTERVAL } from '@/domains/dynamics/stepChoice'
import type { Params } from './params'
import { shippedPolicy } from './shipped'

export type Method = Pick<Params, 'scheme' | 'rule' | 'mu' | 'delta' | 'eta' | 'tolerance'>

/** All that the next step needs; plain data. It holds one run: `hermite`, `game.run`, `pair` or `radau`. */
export interface Flight {
  hermite: Hermite | null
  pair: DormandPrince | null
  radau: GaussRadau | null
  /** The current rule; its μ changes when μ is chosen. */
  rule: { kind: 'hmm'; mu: number } | { kind: 'fixed'; step: number } | { kind: 'aarseth'; eta: number }
  /** For runs that choose μ: the game with its own run, and the time of the next choice. */
  game: Episode | null
  next: number
  /** All choices so far, one an interval. */
  choices: Uint8Array
  trials: Lookahead | null
  energyAtStart: number
  /** Time before and after the last step. */
  before: number
  steps: number
}

const MOST_CHOICES = 400 // more than the longest run has intervals

export function startFlight(bodies: Bodies, { scheme, rule, mu, delta, eta, tolerance }: Method): Flight {
  const run = scheme === 'hermite' || scheme === 'leapfrog' ? startHermite(bodies) : null
  const chooses = run !== null && (rule === 'learned' || rule === 'greedy')
  const energyAtStart = energy(bodies)
  return {
    hermite: chooses ? null : run,
    pair: scheme === 'pair' ? startDormandPrince(bodies, tolerance) : null,
    radau: scheme === 'radau' ? startGaussRadau(bodies) : null,
    rule: rule === 'fixed' ? { kind: 'fixed', step: delta } : rule === 'aarseth' ? { kind: 'aarseth', eta } : { kind: 'hmm', mu },
    game: chooses ? { run, energyAtStart, round: 0, error: 0, substeps: 0 } : null,
    next: 0,
    choices: new Uint8Array(chooses ? MOST_CHOICES : 0),
    trials: chooses && rule === 'greedy' ? startLookahead(run) : null,
    energyAtStart,
    before: 0,
    steps: 0,
  }
}

const hermiteIn = (f: Flight): Hermite | null => f.game?.run ?? f.hermite
export const bodiesIn = (f: Flight): Bodies => (hermiteIn(f) ?? f.pair ?? f.radau) as Bodies
export function timeIn(f: Flight): number {
  const hermite = hermiteIn(f)
  return hermite ? timeOf(hermite) : (f.pair ?? f.radau)!.clock[0]!
}
/** Force evaluations; choosing starts each interval again, which costs one more. */
export const evaluationsIn = (f: Flight): number =>
  hermiteIn(f) ? f.steps + 1 + (f.game?.round ?? 0) : (f.pair ?? f.radau)!.evaluations
/** |E/E₀ - 1|. */
export const energyErrorIn = (f: Flight): number => Math.abs((energy(bodiesIn(f)) - f.energyAtStart) / f.energyAtStart)

/** Takes at most `most` steps towards `until`, the last one clipped to it. Returns the number of steps. */
export function fly(f: Flight, scheme: Params['scheme'], until: number, most: number): number {
  let count = 0
  while (count < most && timeIn(f) < until) {
    f.before = timeIn(f)
    if (f.game && f.before >= f.next) choose(f, f.game)
    count += run(f, scheme, f.game ? Math.min(until, f.next) : until, most - count)
  }
  f.steps += count
  return count
}

function run(f: Flight, scheme: Params['scheme'], until: number, most: number): number {
  const hermite = hermiteIn(f)
  if (hermite) return runHermite(hermite, f.rule, until, most, scheme === 'leapfrog' ? kickDriftKick : hermiteStep)
  if (f.pair) return runDormandPrince(f.pair, until, most)
  return runGaussRadau(f.radau!, until, most)
}

/** Begins an interval: observes the error so far, chooses μ, and evaluates the forces again, as in the paper's code. */
function choose(f: Flight, game: Episode): void {
  const { run } = game
  game.error = game.round === 0 ? 0 : (energy(run) - game.energyAtStart) / game.energyAtStart + 1e-20
  const action = f.trials ? lookAhead(f.trials, game) : shippedPolicy(game)
  f.choices[game.round] = action
  if (f.rule.kind === 'hmm') f.rule.mu = ACTIONS[action]!
  game.round++
  f.next = timeOf(run) + INTERVAL
  restart(run)
}

/** The current μ, if there is one. */
export const muIn = (f: Flight): number | null => (hermiteIn(f) && f.rule.kind === 'hmm' ? f.rule.mu : null)
/** Size of the last step of a Hermite or leapfrog run as it was planned or clipped. */
export const lastStepIn = (f: Flight): number => timeIn(f) - f.before
