// Numbers with closed forms, recorded at every step. Those of Duffing's oscillator are learned in a worker and shown in the pictures.
import type { Readout } from '@/contract'
import { type Adversary, change, foundOut, lineWeight, oneStepResidual, overlap, seen } from '@/domains/operators/adversary'
import { catResidual, longestChain, waves } from '@/domains/operators/catMap'
import { rotationResidual } from '@/domains/operators/rotation'
import { memoized } from '@/memoized'
import type { State } from './model'
import { adversaryOf, iterates, type Params, pairsAt } from './params'
import { anglesOf, gapOf } from './rotation'

type Of = Readout<Params, State>['of']
const on =
  (system: Params['system'] | readonly Params['system'][], of: Of): Of =>
  (s, p) =>
    system === p.system || system.includes(p.system) ? of(s, p) : null

/** What does not change from step to step. */
interface Facts {
  m: Adversary
  change: number
  residual: number
  found: number | null
  weight: number
  truth: number
}
const factsOf = memoized((p: Params): Facts => {
  const m = adversaryOf(p)
  return {
    m,
    change: change(m),
    residual: oneStepResidual(m),
    found: foundOut(m),
    weight: seen(m, p.T, 0),
    truth: lineWeight(m, 0),
  }
})

const boxOf = (s: State) => s.step + 1
const WAVES = ['rotation', 'cat'] as const

export const readouts = {
  pairs: { label: 'snapshot pairs used', digits: 6, of: on('duffing', (s, p) => pairsAt(s.step, p.M)) },
  waves: { label: 'functions in the box', digits: 6, of: on(WAVES, (s) => waves(boxOf(s))) },
  chain: { label: 'longest chain', of: on('cat', (s) => longestChain(boxOf(s)).length) },
  tau: {
    label: 'least residual at z',
    symbol: '\\tau(z)',
    of: on(WAVES, (s, p) =>
      p.system === 'cat' ? catResidual(boxOf(s), Math.hypot(...p.z)) : rotationResidual(anglesOf(boxOf(s), p), ...p.z).residual,
    ),
  },
  circle: {
    label: 'largest τ on the unit circle',
    of: on(WAVES, (s, p) => (p.system === 'cat' ? catResidual(boxOf(s), 1) : gapOf(boxOf(s), p))),
  },
  n: { label: 'iterates', symbol: 'n', digits: 7, of: on('torus', (s, p) => iterates(s.step, p)) },
  overlap: {
    label: 'overlap with the start',
    symbol: '|c_n|',
    digits: 5,
    of: on('torus', (s, p) => Math.abs(overlap(factsOf(p).m, iterates(s.step, p)))),
  },
  mode: { label: 'mode in use', symbol: 'q', digits: 9, of: on('torus', (_s, p) => factsOf(p).m.q) },
  change: { label: 'the map differs by at most', digits: 3, of: on('torus', (_s, p) => factsOf(p).change) },
  residual: {
    label: 'one-step residual of ψ',
    symbol: 'r',
    digits: 3,
    of: on('torus', (_s, p) => factsOf(p).residual),
  },
  found: {
    label: 'all overlap lost at n',
    digits: 5,
    of: on('torus', (_s, p) => factsOf(p).found),
  },
  weight: { label: 'weight at β that T shows', of: on('torus', (_s, p) => factsOf(p).weight) },
  truth: { label: 'weight at β in truth', of: on('torus', (_s, p) => factsOf(p).truth) },
} satisfies Record<string, Readout<Params, State>>
