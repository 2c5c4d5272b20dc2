// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, type Point, point, seed, toggle } from '@/contract'
import type { Rule } from '@/domains/optim/federated'
import { memoized } from '@/memoized'

export const CLIENTS = 5
/** The clients' own best places, and how steep their losses are along both axes, unless dragged. */
export const CENTERS: readonly Point[] = [
  [3, 0],
  [-1, 2],
  [0, -2],
  [2, 3],
  [-3, -1],
]
const own = (k: number) =>
  point({
    label: `client ${k + 1}`,
    symbol: `b_${k + 1}`,
    doc: 'Where the loss of this client alone is least, at heterogeneity 1.',
    group: 'Clients',
    default: CENTERS[k]!,
    min: [-6, -6],
    max: [6, 6],
    step: 0.001,
    when: { tab: 'plane' },
  })
const shown = (label: string, doc: string, on: boolean) => toggle({ label, doc, group: 'Show', affects: 'view', default: on })

export const params = {
  tab: choice({
    label: 'page',
    doc: 'What the clients learn.',
    options: { plane: 'Two weights', blobs: 'A classifier' },
    default: 'plane',
  }),
  beta: number({
    label: 'weight of the fresh gradient',
    symbol: '\\beta',
    doc: 'In the methods with momentum the rest of each local step, 1 − β, goes along the last common direction. At 1 there is no momentum.',
    default: 0.1,
    min: 0.01,
    max: 1,
    scale: 'log',
    hard: [0.001, 1],
  }),
  h: number({
    label: 'heterogeneity',
    symbol: 'h',
    doc: 'How far the clients’ own best places lie from the best place for all. At 0 all clients want the same.',
    default: 1,
    min: 0,
    max: 3,
    step: 0.01,
    when: { tab: 'plane' },
  }),
  skew: number({
    label: 'evenness of the labels',
    symbol: 'a',
    doc: 'Parameter of the Dirichlet distribution from which each client draws its shares of the three classes. Small: a client sees hardly more than one class.',
    default: 0.1,
    min: 0.03,
    max: 30,
    scale: 'log',
    hard: [0.01, 100],
    when: { tab: 'blobs' },
  }),
  local: integer({
    label: 'local steps',
    symbol: 'K',
    doc: 'Steps that each client walks in a round before the server takes the mean.',
    default: 10,
    min: 1,
    max: 50,
  }),
  eta: number({
    label: 'local rate',
    symbol: '\\eta',
    doc: 'How far one unit of gradient moves a client in a local step.',
    default: 0.3,
    min: 0.01,
    max: 0.6,
    scale: 'log',
    hard: [1e-4, 5],
  }),
  gamma: number({
    label: 'server rate',
    symbol: '\\gamma',
    doc: 'How far one unit of the mean direction moves the model of the server. At γ = ηK it is the mean of the clients’ models.',
    default: 1,
    min: 0.05,
    max: 3,
    scale: 'log',
    hard: [1e-3, 20],
  }),
  m: integer({
    label: 'clients in a round',
    symbol: 'm',
    doc: 'How many of the five take part in a round; they are newly drawn each time.',
    default: CLIENTS,
    min: 1,
    max: CLIENTS,
  }),
  sigma: number({
    label: 'noise',
    symbol: '\\sigma',
    doc: 'Standard deviation of the noise in each gradient of a client.',
    default: 0,
    min: 0,
    max: 2,
    step: 0.05,
    when: { tab: 'plane' },
  }),
  within: number({
    label: 'shown of the round',
    doc: 'How much of the last round is drawn: up to 0.8 the clients walk, then the server takes their mean.',
    default: 1,
    min: 0,
    max: 1,
    step: 0.01,
    affects: 'view',
    when: { tab: 'plane' },
  }),
  picked: choice({
    label: 'clients of',
    doc: 'The method whose clients are drawn.',
    group: 'Show',
    affects: 'view',
    options: { fedavg: 'FedAvg', fedavgM: 'FedAvg-M', scaffold: 'SCAFFOLD', scaffoldM: 'SCAFFOLD-M', small: 'FedAvg at rate βη' },
    default: 'fedavg',
  }),
  fedavg: shown('FedAvg', 'Draw FedAvg.', true),
  fedavgM: shown('FedAvg-M', 'Draw FedAvg with momentum.', true),
  scaffold: shown('SCAFFOLD', 'Draw SCAFFOLD, whose clients correct their gradients by control variates.', false),
  scaffoldM: shown('SCAFFOLD-M', 'Draw SCAFFOLD with momentum.', false),
  small: shown('FedAvg at rate βη', 'Draw FedAvg with the local rate βη instead of η.', false),
  across: choice({
    label: 'error against',
    doc: 'What the whole runs of the sweep differ in.',
    group: 'Show',
    affects: 'view',
    options: { beta: 'β', h: 'heterogeneity h' },
    default: 'beta',
    when: { tab: 'plane' },
  }),
  watched: integer({
    label: 'watched client',
    doc: 'Its points are drawn firm, and dotted what it believes at the end of its local steps.',
    group: 'Show',
    affects: 'view',
    default: 3,
    min: 1,
    max: CLIENTS,
    when: { tab: 'blobs' },
  }),
  reduced: toggle({
    label: 'variance reduction',
    doc: 'FedAvg-M as FedAvg-M-VR: a step goes along the gradient here, plus 1 − β times the last direction minus the gradient where the server was before, with the same noise.',
    group: 'Variants',
    default: false,
  }),
  curvature: choice({
    label: 'steepness',
    doc: 'Whether the losses of the clients are steep along different axes, or all have the mean of these.',
    group: 'Clients',
    options: { own: 'each its own', equal: 'the same for all' },
    default: 'own',
    when: { tab: 'plane' },
  }),
  b1: own(0),
  b2: own(1),
  b3: own(2),
  b4: own(3),
  b5: own(4),
  start: point({
    label: 'start',
    symbol: 'x^0',
    doc: 'Where the model begins.',
    group: 'Clients',
    default: [4, 4],
    min: [-6, -6],
    max: [6, 6],
    step: 0.01,
    when: { tab: 'plane' },
  }),
  rounds: integer({
    label: 'rounds',
    doc: 'Length of the run.',
    group: 'Run',
    default: 200,
    min: 20,
    max: 400,
    hard: [1, 1000],
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of the noise, of who takes part, and of the points.',
    group: 'Run',
    default: 0,
    when: [{ tab: 'blobs' }, { sigma: { not: 0 } }, { m: { not: CLIENTS } }], // else nothing is drawn by lot
  }),
}
export type Params = ParamsOf<typeof params>

export const METHODS = ['fedavg', 'small', 'fedavgM', 'scaffold', 'scaffoldM'] as const
export type Method = (typeof METHODS)[number]

const hasMomentum = (method: Method) => method === 'fedavgM' || method === 'scaffoldM'
export const ruleOf = (p: Params, method: Method): Rule => ({
  rate: method === 'small' ? p.beta * p.eta : p.eta,
  serverRate: p.gamma,
  local: p.local,
  beta: hasMomentum(method) ? p.beta : 1,
  corrects: method === 'scaffold' || method === 'scaffoldM',
  reduced: method === 'fedavgM' && p.reduced,
})

export const rulesOf = memoized(
  (p: Params): Readonly<Record<Method, Rule>> =>
    Object.fromEntries(METHODS.map((method) => [method, ruleOf(p, method)])) as Record<Method, Rule>,
)

/** Whether runs in the plane depend on the seed. */
export const isRandom = ({ m, sigma }: Pick<Params, 'm' | 'sigma'>): boolean => m < CLIENTS || sigma > 0
