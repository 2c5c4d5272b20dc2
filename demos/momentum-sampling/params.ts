// What a visitor may change, and the four solvers of these values.
import { choice, integer, number, type ParamsOf, point, seed, toggle } from '@/contract'
import { type Family, type Rule, ruleOfOrder } from '@/domains/diffusion/multistep'
import { memoized } from '@/memoized'

export const params = {
  scene: choice({
    label: 'scene',
    doc: 'One equation in the complex plane, or 400 samples.',
    options: { plane: 'The plane', sampling: 'Sampling' },
    default: 'plane',
  }),
  family: choice({
    label: 'solver in your hands',
    doc: 'Adams-Bashforth without momentum, heavy ball on top of it, its generalised form, or Nesterov’s.',
    options: { ab: 'AB', hb: 'HB', ghvb: 'GHVB', nt: 'NT' },
    default: 'hb',
  }),
  r: integer({
    label: 'slopes combined',
    symbol: 'r',
    doc: 'More slopes are more accurate, and their region is smaller.',
    default: 4,
    min: 1,
    max: 4,
  }),
  beta: number({
    label: 'weight of the newest slope',
    symbol: '\\beta',
    doc: 'At 1 there is no momentum, near 0 much of it. AB has none.',
    default: 0.8,
    min: 0.05,
    max: 1,
    step: 0.001,
  }),
  z: point({
    label: 'step × stiffness',
    symbol: 'z',
    doc: 'z = λδ in x′ = λx. To the left the exact solution decays, so the solver should, too.',
    default: [-0.35, 0],
    // Unlike the card's box, this one contains the whole ellipse at r = 1, β = 0.5, and a rim outside.
    min: [-8, -4],
    max: [2, 4],
    step: 0.01,
    when: { scene: 'plane' },
  }),
  steps: integer({
    label: 'steps',
    symbol: 'N',
    doc: 'Updates, each with one evaluation of the noise: the price, equal for all solvers.',
    default: 10,
    min: 6,
    max: 40,
    hard: [3, 100],
    when: { scene: 'sampling' },
  }),
  guidance: number({
    label: 'guidance',
    symbol: 'g',
    doc: 'How hard samples are pushed towards the wanted class. Strong guidance is stiff.',
    default: 15,
    min: 1,
    max: 20,
    step: 0.1,
    when: { scene: 'sampling' },
  }),
  width: number({
    label: 'width of the class',
    symbol: 's',
    doc: 'Standard deviation of the wanted class; the data around it have 1. Narrow is stiff.',
    default: 0.12,
    min: 0.05,
    max: 0.6,
    step: 0.005,
    when: { scene: 'sampling' },
  }),
  others: choice({
    label: 'r and β of the others',
    doc: 'Whether the other solvers run at the paper’s orders, AB 4, HB 3.8 and GHVB 2.5, or take over r and β.',
    group: 'Beside it',
    options: { paper: 'from the paper', same: 'the same' },
    default: 'paper',
  }),
  ab: toggle({
    label: 'AB',
    doc: 'Run Adams-Bashforth: no momentum.',
    group: 'Beside it',
    default: true,
    when: { family: ['hb', 'ghvb', 'nt'] },
  }),
  hb: toggle({
    label: 'HB',
    doc: 'Run the heavy ball: momentum on the combined slope.',
    group: 'Beside it',
    default: true,
    when: { family: ['ab', 'ghvb', 'nt'] },
  }),
  ghvb: toggle({
    label: 'GHVB',
    doc: 'Run the generalised heavy ball: it averages slopes first and keeps its order.',
    group: 'Beside it',
    default: true,
    when: { family: ['ab', 'hb', 'nt'] },
  }),
  nt: toggle({
    label: 'NT',
    doc: 'Run momentum after Nesterov.',
    group: 'Beside it',
    default: false,
    when: { family: ['ab', 'hb', 'ghvb'] },
  }),
  seed: seed({
    label: 'noise',
    doc: 'Number of the start noise, the same for all solvers.',
    group: 'Samples',
    default: 1,
    when: { scene: 'sampling' },
  }),
  particle: integer({
    label: 'sample picked',
    doc: 'The sample whose steps are shown. Or press one in the picture.',
    group: 'Samples',
    default: 51,
    min: 0,
    max: 399,
    affects: 'view',
  }),
  strip: choice({
    label: 'test equation',
    doc: 'What the chart of the test equation shows.',
    group: 'Show',
    affects: 'view',
    options: { signed: 'Re xₙ', log: '|xₙ|, log scale' },
    default: 'signed',
    when: { scene: 'plane' },
  }),
  chart: choice({
    label: 'against N',
    doc: 'What the chart over the number of steps shows.',
    group: 'Show',
    affects: 'view',
    options: { artifacts: 'artifacts', error: 'median error' },
    default: 'artifacts',
    when: { scene: 'sampling' },
  }),
}
export type Params = ParamsOf<typeof params>

/** The solvers, by the name that addresses use. */
export type Solver = Params['family']
export const SOLVERS: readonly Solver[] = ['ab', 'hb', 'ghvb', 'nt']
export const FAMILIES: Readonly<Record<Solver, Family>> = { ab: 'AB', hb: 'HB', ghvb: 'GHVB', nt: 'NT' }

/** Orders of the paper's comparison. It has no NT at these steps; here NT has HB's order. */
const PAPER: Readonly<Record<Solver, number>> = { ab: 4, hb: 3.8, ghvb: 2.5, nt: 3.8 }

export type Rules = Readonly<Record<Solver, Rule>>

/** Order and momentum of all four: r and β belong to the solver in hand; the others share them or have the paper's. */
export const rulesOf = memoized((p: Params): Rules => {
  const ruleOf = (solver: Solver): Rule => {
    const isOwn = solver === p.family || p.others === 'same'
    const { order, beta } = isOwn ? { order: p.r, beta: p.beta } : ruleOfOrder(PAPER[solver])
    return { family: FAMILIES[solver], order, beta: solver === 'ab' ? 1 : beta }
  }
  const made: Rules = { ab: ruleOf('ab'), hb: ruleOf('hb'), ghvb: ruleOf('ghvb'), nt: ruleOf('nt') }
  return made
})

/** The solvers that run: the one in hand, and those asked for beside it. */
export const solversOf = memoized((p: Params): readonly Solver[] => SOLVERS.filter((solver) => solver === p.family || p[solver]))
