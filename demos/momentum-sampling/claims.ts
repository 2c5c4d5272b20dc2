// The paper's three claims, and their limits.
import type { Claim } from '@/contract'
import { outside } from '@/numerics/statistics'
import { held, measuredArea, measuredError, measuredHeight, measuredLength, plain } from './measures'
import type { Params, State } from './model'
import { measuredOrder } from './orders'
import type { readouts } from './readouts'

type Of = Claim<Params, State, keyof typeof readouts & string, never>

const DERIVATION = 'README, “Why it works”'
const PAPER = 'Wizadwongsa et al. 2023'
const SEEDS = 'README, “What is simplified”: range over 150 seeds'

const sampling = { scene: 'sampling' } as const
const ab4 = { ...sampling, family: 'ab', r: 4 } as const
const hb38 = { ...sampling, family: 'hb', r: 4, beta: 0.8 } as const
const ghvb25 = { ...sampling, family: 'ghvb', r: 3, beta: 0.5 } as const
const ab2 = { ...sampling, family: 'ab', r: 2 } as const
const ghvb38 = { ...sampling, family: 'ghvb', r: 4, beta: 0.8 } as const

/** Whether the run on screen is the scene of a claim, with any noise. */
const isScene = (p: Params, scene: Partial<Params>) =>
  p.steps === 10 &&
  p.guidance === 15 &&
  p.width === 0.12 &&
  Object.entries(scene).every(([key, value]) => p[key as keyof Params] === value)

type Recording = Parameters<Of['measure']>[0]
/** Percent of artifacts at the end of the run, of the solver in hand. */
const artifacts = ({ series, last, params }: Recording): number => series[`${params.family}Outside`][last]!

const overSeeds = (p: Params, of: (p: Params) => number) =>
  Array.from({ length: 8 }, (_, k) => of({ ...p, seed: k + 1 })).reduce((sum, value) => sum + value / 8, 0)

export const claims: readonly Of[] = [
  {
    says: 'HB moves the left end of AB’s region out by a factor (2 − β)/β: 1.5 times at β = 0.8.',
    kind: 'analysis',
    source: DERIVATION,
    given: { family: 'hb', r: 4, beta: 0.8 },
    also: (p) => p.scene === 'plane' && p.family === 'hb',
    unit: '×',
    measure: ({ params }) => measuredLength(held(params)) / measuredLength(plain(params)),
    expect: (p) => (2 - p.beta) / p.beta,
    within: { rel: 1e-6 },
  },
  {
    says: 'HB 3.8 is stable in 2.05 times the area of AB 4.',
    kind: 'program',
    source: `${PAPER}; README, “Why it works”`,
    given: { family: 'hb', r: 4, beta: 0.8 },
    unit: '×',
    measure: ({ params }) => measuredArea(held(params), 0.45, 0.62) / measuredArea(plain(params), 0.3, 0.44),
    expect: () => 2.05,
    within: { abs: 0.03 },
    needs: { error: 0.016, because: 'what a grid of 56 × 56 points misses of one of 448 × 448, which has 2.055' },
  },
  {
    says: 'On Euler’s step momentum makes the disc an ellipse: it grows in length alone, and its half height stays 1.',
    kind: 'analysis',
    source: DERIVATION,
    given: { family: 'hb', r: 1, beta: 0.5 },
    also: (p) => p.scene === 'plane' && p.family === 'hb' && p.r === 1,
    measure: ({ params }) => measuredHeight(held(params), -(2 - params.beta) / params.beta),
    expect: () => 1,
    within: { abs: 1e-6 },
  },
  {
    says: 'The price: HB 3.8 combines four slopes and has order 1.',
    kind: 'paper',
    source: `${PAPER}; README, “Why it works”`,
    given: { family: 'hb', r: 4, beta: 0.8 },
    also: (p) => p.scene === 'plane' && p.family === 'hb' && p.r > 1 && p.beta >= 0.3 && p.beta <= 0.9,
    measure: ({ params }) => measuredOrder(held(params)),
    expect: () => 1,
    within: { abs: 0.15 },
    needs: {
      error: 0.092,
      because: 'at 20 to 160 steps the next power of the step still counts: the worst of orders 2 to 4, β from 0.3 to 0.9',
    },
  },
  {
    says: 'GHVB of r slopes keeps order r: GHVB 2.5 has order 3.',
    kind: 'paper',
    source: `${PAPER}; README, “Why it works”`,
    given: { family: 'ghvb', r: 3, beta: 0.5 },
    also: (p) => p.scene === 'plane' && p.family === 'ghvb' && p.beta >= 0.4,
    measure: ({ params }) => measuredOrder(held(params)),
    expect: (p) => p.r,
    within: { abs: 0.15 },
    needs: {
      error: 0.066,
      because: 'at 20 to 160 steps the next power of the step still counts: the worst of orders 1 to 4, β from 0.4 to 1',
    },
  },
  {
    says: 'At 10 steps and guidance 15 AB 4 throws 7 to 17 percent of the samples out.',
    kind: 'run',
    source: SEEDS,
    given: ab4,
    unit: '%',
    also: (p) => isScene(p, ab4),
    measure: (run) => outside(artifacts(run), 7, 17),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'HB 3.8 throws out 1 percent at most.',
    kind: 'run',
    source: SEEDS,
    given: hb38,
    unit: '%',
    also: (p) => isScene(p, hb38),
    measure: (run) => outside(artifacts(run), 0, 1),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'GHVB 2.5 throws out none.',
    kind: 'run',
    source: SEEDS,
    given: ghvb25,
    unit: '%',
    also: (p) => isScene(p, ghvb25),
    measure: artifacts,
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'Half of the samples of GHVB 2.5 end within 0.018 of the exact ones.',
    kind: 'run',
    source: SEEDS,
    given: ghvb25,
    unit: 'std',
    also: (p) => isScene(p, ghvb25),
    measure: ({ params }) => measuredError(params),
    expect: () => 0.0184,
    within: { abs: 0.0015 },
  },
  {
    says: 'Half of the samples of HB 3.8 end within 0.12.',
    kind: 'run',
    source: SEEDS,
    given: hb38,
    unit: 'std',
    also: (p) => isScene(p, hb38),
    measure: ({ params }) => measuredError(params),
    expect: () => 0.1185,
    within: { abs: 0.008 },
  },
  {
    says: 'Half of those of AB 4 are off by 0.8, artifacts or not.',
    kind: 'run',
    source: SEEDS,
    given: ab4,
    unit: 'std',
    also: (p) => isScene(p, ab4),
    measure: ({ params }) => measuredError(params),
    expect: () => 0.78,
    within: { abs: 0.14 },
  },
  {
    says: 'It was not the model: at 40 steps AB 4 throws out none.',
    kind: 'run',
    source: SEEDS,
    given: { ...ab4, steps: 40 },
    unit: '%',
    measure: artifacts,
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'Not every momentum cures: GHVB 3.8 throws out 9 to 19 percent at 10 steps.',
    kind: 'run',
    source: SEEDS,
    given: ghvb38,
    unit: '%',
    also: (p) => isScene(p, ghvb38),
    measure: (run) => outside(artifacts(run), 9, 19),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'Nor is momentum the only cure: on this toy AB 2 throws out none at 10 steps,',
    kind: 'run',
    source: SEEDS,
    given: ab2,
    unit: '%',
    also: (p) => isScene(p, ab2),
    measure: artifacts,
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'and half of its samples end within 0.014 on the mean of eight seeds,',
    kind: 'run',
    source: SEEDS,
    given: ab2,
    unit: 'std',
    measure: ({ params }) => overSeeds(params, measuredError),
    expect: () => 0.0138,
    within: { abs: 7e-4 },
    needs: { error: 2.3e-4, because: 'the standard error of eight seeds, from the spread over 40' },
  },
  {
    says: 'nearer than those of GHVB 2.5: 0.75 times as far.',
    kind: 'run',
    source: SEEDS,
    given: ab2,
    unit: '×',
    measure: ({ params }) => overSeeds(params, (p) => measuredError(p) / measuredError({ ...p, ...ghvb25 })),
    expect: () => 0.75,
    within: { abs: 0.05 },
    needs: { error: 0.017, because: 'the standard error of eight seeds, from the spread over 40' },
  },
]
