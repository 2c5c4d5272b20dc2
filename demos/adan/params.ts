// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, point, seed, toggle } from '@/contract'
import { ADAM, ADAN, adam, adan } from '@/domains/optim/adaptive'
import { beale, type Objective, quadratic, rosenbrock } from '@/domains/optim/objectives'
import { gradientDescent, heavyBall, nesterov, type Tuned, tuned } from '@/domains/optim/rules'
import { memoized } from '@/memoized'

const rate = (label: string, symbol: string, value: number, doc: string) =>
  number({ label, symbol, doc, default: value, min: 1e-4, max: 1, scale: 'log', hard: [1e-6, 10], when: { tab: 'race' } })
const inPlane = ['race', 'same'] as const

export const params = {
  tab: choice({
    label: 'page',
    doc: 'What the pictures are about.',
    options: { race: 'The race', same: 'Same thing, cheaper', net: 'A network' },
    default: 'race',
  }),
  surface: choice({
    label: 'surface',
    doc: 'The function to go down on.',
    options: { rosenbrock: 'banana (Rosenbrock)', beale: 'plain with walls (Beale)', valley: 'straight valley' },
    default: 'rosenbrock',
    when: { tab: inPlane },
  }),
  start: point({
    label: 'start',
    symbol: '\\theta_0',
    doc: 'Where all of them begin.',
    default: [-1.2, 1],
    min: [-10, -10],
    max: [10, 10],
    step: 0.01,
    when: { tab: inPlane },
  }),
  eta: rate('rate of Adan', '\\eta', 0.05, 'How far Adan goes in its first step, in every coordinate.'),
  etaAdam: rate('rate of Adam', '\\eta_{\\mathrm{Adam}}', 0.5, 'How far Adam goes in its first step, in every coordinate.'),
  etaBall: rate('rate of heavy ball', '\\eta_{\\mathrm{HB}}', 0.003, 'How far one unit of slope moves the heavy ball.'),
  etaNesterov: number({
    label: 'rate of Nesterov',
    symbol: '\\eta_{\\mathrm{N}}',
    doc: 'How far one unit of slope moves Nesterov.',
    default: 0.001,
    min: 1e-4,
    max: 1,
    scale: 'log',
    hard: [1e-6, 10],
    when: { tab: inPlane },
  }),
  etaDescent: rate(
    'rate of gradient descent',
    '\\eta_{\\mathrm{GD}}',
    0.002,
    'How far one unit of slope moves gradient descent.',
  ),
  netAdan: number({
    label: 'rate of Adan',
    symbol: '\\eta',
    doc: 'Highest rate of Adan; it warms up to it and then falls to 0.',
    default: 0.32,
    min: 0.01,
    max: 2,
    scale: 'log',
    hard: [1e-4, 10],
    when: { tab: 'net' },
  }),
  netAdam: number({
    label: 'rate of Adam',
    symbol: '\\eta_{\\mathrm{Adam}}',
    doc: 'Highest rate of Adam, for the half and the whole budget.',
    default: 0.16,
    min: 0.01,
    max: 2,
    scale: 'log',
    hard: [1e-4, 10],
    when: { tab: 'net' },
  }),
  difference: toggle({
    label: 'difference term',
    doc: 'Whether Adan uses the change of the slope. Without it only Adam with slower averages is left.',
    default: true,
    when: { tab: ['race', 'net'] },
  }),
  noise: number({
    label: 'gradient noise',
    symbol: '\\sigma',
    doc: 'Size of the noise in every gradient, the same for all of them.',
    default: 0,
    min: 0,
    max: 5,
    step: 0.05,
    when: { tab: 'race' },
  }),
  steps: integer({
    label: 'steps',
    doc: 'Length of the race.',
    group: 'Run',
    default: 400,
    min: 40,
    max: 2000,
    hard: [1, 4000],
    when: { tab: inPlane },
  }),
  budget: integer({
    label: 'budget',
    unit: 'steps',
    doc: 'Steps of the longer training; Adan gets half of them.',
    group: 'Run',
    default: 400,
    min: 100,
    max: 800,
    step: 50,
    hard: [4, 2000],
    when: { tab: 'net' },
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of the noise; in the network of points, first weights and batches.',
    group: 'Run',
    default: 1,
    when: [{ tab: 'race', noise: { not: 0 } }, { tab: 'net' }],
  }),
  beta1: number({
    label: 'mean gradient',
    symbol: '\\beta_1',
    doc: 'How much of the old mean gradient Adan keeps each step. The paper writes 1 − β₁.',
    group: 'Adan',
    default: ADAN.beta1,
    min: 0.8,
    max: 0.999,
    step: 0.001,
    hard: [0, 0.9999],
    when: { tab: ['race', 'net'] },
  }),
  beta2: number({
    label: 'mean difference',
    symbol: '\\beta_2',
    doc: 'How much of the old mean difference Adan keeps, and how far it looks ahead. At 0 it is Adam.',
    group: 'Adan',
    default: ADAN.beta2,
    min: 0,
    max: 0.99,
    step: 0.01,
    hard: [0, 0.9999],
    when: { tab: ['race', 'net'] },
  }),
  beta3: number({
    label: 'mean square',
    symbol: '\\beta_3',
    doc: 'How much of the old mean square Adan keeps. Small: it forgets steep places soon, and its steps grow again.',
    group: 'Adan',
    default: ADAN.beta3,
    min: 0.9,
    max: 0.999,
    step: 0.001,
    hard: [0, 0.9999],
    when: { tab: ['race', 'net'] },
  }),
  decay: number({
    label: 'weight decay',
    symbol: '\\lambda',
    doc: 'Pulls the weights of Adan and Adam towards 0 in each step, whatever the slope.',
    group: 'Adan',
    default: 0,
    min: 0,
    max: 0.2,
    step: 0.001,
    hard: [0, 1],
    when: { tab: ['race', 'net'] },
  }),
  decayForm: choice({
    label: 'decay of Adan',
    doc: 'Divide by 1 + ηλ after the step, as Adan does by itself, or multiply by 1 − ηλ before it.',
    group: 'Adan',
    options: { proximal: 'divides', plain: 'multiplies' },
    default: 'proximal',
    when: { tab: ['race', 'net'], decay: { not: 0 } },
  }),
  clip: number({
    label: 'longest gradient',
    symbol: 'c',
    doc: 'Adan shortens gradients that are longer. At 0 it leaves them as they are.',
    group: 'Adan',
    default: 0,
    min: 0,
    max: 2,
    step: 0.02,
    hard: [0, 1e6],
    when: { tab: ['race', 'net'] },
  }),
  mu: number({
    label: 'momentum',
    symbol: '\\mu',
    doc: 'The share of its motion that heavy ball, and Nesterov, keep each step.',
    group: 'Others',
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    hard: [0, 0.999],
    when: { tab: inPlane },
  }),
  picked: choice({
    label: 'arrows of',
    doc: 'Whose next step is drawn as arrows, and whose rate the knob in the window moves.',
    group: 'Show',
    affects: 'view',
    options: { adan: 'Adan', adam: 'Adam', ball: 'heavy ball', nesterov: 'Nesterov', descent: 'gradient descent' },
    default: 'adan',
    when: { tab: 'race' },
  }),
  adan: toggle({ label: 'Adan', doc: 'Draw Adan.', group: 'Show', affects: 'view', default: true, when: { tab: 'race' } }),
  adam: toggle({ label: 'Adam', doc: 'Draw Adam.', group: 'Show', affects: 'view', default: true, when: { tab: 'race' } }),
  ball: toggle({
    label: 'heavy ball',
    doc: 'Draw heavy ball.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: { tab: 'race' },
  }),
  nesterov: toggle({
    label: 'Nesterov',
    doc: 'Draw Nesterov.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: { tab: 'race' },
  }),
  descent: toggle({
    label: 'gradient descent',
    doc: 'Draw gradient descent.',
    group: 'Show',
    affects: 'view',
    default: false,
    when: { tab: 'race' },
  }),
}
export type Params = ParamsOf<typeof params>

export const METHODS = ['descent', 'nesterov', 'ball', 'adam', 'adan'] as const
export type Method = (typeof METHODS)[number]

/** The parameter that is the rate of a method in the race. */
export const RATES = {
  adan: 'eta',
  adam: 'etaAdam',
  ball: 'etaBall',
  nesterov: 'etaNesterov',
  descent: 'etaDescent',
} as const satisfies Record<Method, keyof Params>

/** Whether a method shortens its gradients: only Adan does. */
export const clipOf = (p: Params, method: Method): number => (method === 'adan' ? p.clip : 0)

/** A method at a rate. */
export function methodOf(p: Params, method: Method, rate: number): Tuned {
  switch (method) {
    case 'descent':
      return tuned(gradientDescent, { rate })
    case 'ball':
      return tuned(heavyBall, { rate, beta: p.mu })
    case 'nesterov':
      return tuned(nesterov, { rate, beta: p.mu })
    case 'adam':
      return tuned(adam, { ...ADAM, rate, decay: p.decay })
    case 'adan':
      return tuned(adan, adanSettings(p, rate))
  }
}
export const adanSettings = (p: Params, rate: number) => ({
  rate,
  beta1: p.beta1,
  beta2: p.beta2,
  beta3: p.beta3,
  epsilon: ADAN.epsilon,
  decay: p.decay,
  proximal: p.decayForm === 'proximal',
  difference: p.difference,
})

/** All methods with the rates of these parameters. */
export const methodsOf = memoized(
  (p: Params) =>
    Object.fromEntries(METHODS.map((method) => [method, methodOf(p, method, p[RATES[method]])])) as Readonly<
      Record<Method, Tuned>
    >,
)

/** f = ½ (x² + 100 y²). */
const valley = quadratic(1, 0, 100)
export const surfaceOf = ({ surface }: Pick<Params, 'surface'>): Objective => ({ rosenbrock, beale, valley })[surface]
