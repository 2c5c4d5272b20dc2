import type { Claim, Run } from '@/contract'
import { change, oneStepResidual } from '@/domains/operators/adversary'
import { longestChain } from '@/domains/operators/catMap'
import { outside } from '@/numerics/statistics'
import type { Learned } from './learned'
import {
  catByMatrix,
  freshResiduals,
  invented,
  isometryError,
  iteratedOverlap,
  measuredChange,
  rotationFromData,
} from './measures'
import type { State } from './model'
import { adversaryOf, type Params } from './params'
import type { readouts } from './readouts'
import type { Searched } from './searched'

type Maps = { learned: Learned; searched: Searched }
type Readouts = keyof typeof readouts
type Of = Claim<Params, State, Readouts, never, Maps>

/** What is learned from all pairs. */
const operatorOf = (run: Run<Params, State, Readouts, Maps>) => run.map('learned').koopman!

const PAPER = 'Colbrook, Mezić and Stepanenko 2024'
const DERIVATION = 'README, “Why it works”'

const duffing = { system: 'duffing', N: 50, M: 10_000, seed: 5 } as const
const torus = { system: 'torus', q: 113, a: 0.19137, T: 1000 } as const

export const claims: readonly Of[] = [
  {
    says: 'EDMD invents: on data that it has not seen, its worst eigenpair misses by 0.97, nearly as much as a function can.',
    kind: 'run',
    source: `${PAPER}, code for Duffing; README, “What is simplified”`,
    given: duffing,
    measure: (run) => Math.max(...freshResiduals(run.params, operatorOf(run))),
    expect: () => 0.97,
    within: { abs: 0.045 },
    needs: { error: 0.016, because: 'the standard deviation over six seeds' },
  },
  {
    says: 'More data do not help: 500 pairs or 10 000, the same share of its eigenvalues has a residual of 0.4 or more.',
    kind: 'paper',
    source: `${PAPER}, code for Duffing`,
    given: duffing,
    measure: (run, again) => invented(operatorOf(run), 0.4) - invented(operatorOf(again({ M: 500 })), 0.4),
    expect: () => 0,
    within: { abs: 0.12 },
    needs: { error: 0.069, because: 'the standard deviation over six seeds' },
  },
  {
    says: 'The spectrum algorithm does not: none of the points it returns is farther than 0.1 from the true spectrum, as far as data can tell.',
    slow: true,
    kind: 'paper',
    source: `${PAPER}, algorithm for spectra`,
    given: duffing,
    measure: (run) => outside(run.summary('farthest'), 0, 0.1),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'Depth is error: where areas are kept, each eigenpair has res² = 1 − |λ|²; here it holds to 0.03, for the box of starts has an edge.',
    kind: 'analysis',
    source: DERIVATION,
    given: duffing,
    measure: (run) => outside(isometryError(operatorOf(run)), 0, 0.03),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'On the rotation EDMD is perfect: from 400 snapshots, every residual is 0.',
    kind: 'analysis',
    source: DERIVATION,
    given: { system: 'rotation', alpha: 0.618033988749895, beta: 0.414213562373095 },
    also: (p) => p.system === 'rotation',
    measure: ({ params }) => rotationFromData(params, 2, 400).residual,
    expect: () => 0,
    within: { abs: 1e-10 },
  },
  {
    says: 'On the cat map τ is 2 sin(π/2(m + 1)) on the whole circle, m the longest chain of waves: it falls only like 1/log N.',
    kind: 'analysis',
    source: DERIVATION,
    given: { system: 'cat', box: 4, z: [0.6, 0.8] },
    measure: ({ params: { box, z } }) => catByMatrix(box, ...z),
    expect: ({ box }) => 2 * Math.sin(Math.PI / (2 * (longestChain(box).length + 1))),
    within: { rel: 1e-9 },
  },
  {
    says: 'The adversary changes the map by 2a |sin πqα|: by 1 part in 28 000 for q = 113.',
    kind: 'analysis',
    source: DERIVATION,
    given: torus,
    also: (p) => p.system === 'torus' && p.a > 0,
    measure: ({ params }) => measuredChange(adversaryOf(params)),
    expect: (p) => change(adversaryOf(p)),
    within: { abs: 1e-8 },
  },
  {
    says: 'After 1000 steps the overlap is still 0.987: the learner announces an eigenfunction.',
    kind: 'analysis',
    source: DERIVATION,
    given: torus,
    measure: ({ params }) => iteratedOverlap(adversaryOf(params), 1000),
    expect: () => 0.98711,
    within: { abs: 1e-5 },
  },
  {
    says: 'After 16 600 steps nothing is left of it, so it was none.',
    kind: 'analysis',
    source: DERIVATION,
    given: torus,
    measure: ({ params }) => iteratedOverlap(adversaryOf(params), 16_600),
    expect: () => 0,
    within: { abs: 3e-6 },
  },
  {
    says: 'What was certified stays true: the overlap never falls below 1 − (nr)²/2.',
    kind: 'analysis',
    source: DERIVATION,
    given: { ...torus, T: 5000 },
    measure(run) {
      const r = oneStepResidual(adversaryOf(run.params))
      let violations = 0
      for (const [step, n] of run.series.n.entries()) if (run.series.overlap[step]! < 1 - (n * r) ** 2 / 2 - 1e-12) violations++
      return violations
    },
    expect: () => 0,
    unit: 'violations',
    also: (p) => p.system === 'torus',
    within: { abs: 0 },
  },
  {
    says: 'The adversary that moves last hides from any T: up to a million steps 0.99 of the overlap or more is there.',
    kind: 'analysis',
    source: DERIVATION,
    given: { ...torus, T: 1_000_000, order: 'adversary' },
    also: (p) => p.system === 'torus' && p.order === 'adversary',
    measure: (run) => outside(Math.min(...run.series.overlap), 0.99, 1 + 1e-9),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
]
