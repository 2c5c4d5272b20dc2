// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, point, seed, toggle } from '@/contract'
import { type Adversary, answer } from '@/domains/operators/adversary'

export const params = {
  system: choice({
    label: 'system',
    doc: 'What moves, and is watched.',
    options: { rotation: 'Rotation', duffing: 'Duffing', cat: 'Cat map', torus: 'Adversary' },
    default: 'duffing',
  }),
  N: integer({
    label: 'functions',
    symbol: 'N',
    doc: 'Size of the dictionary: bumps exp(−2|x − c|/d) around N places. EDMD returns N eigenvalues.',
    default: 50,
    min: 5,
    max: 100,
    hard: [2, 120],
    when: { system: 'duffing' },
  }),
  M: integer({
    label: 'snapshot pairs',
    symbol: 'M',
    doc: 'States and where they are Δt later. Averages over M pairs are off by about 1/√M.',
    default: 10_000,
    min: 200,
    max: 50_000,
    scale: 'log',
    when: { system: 'duffing' },
  }),
  box: integer({
    label: 'box of waves',
    symbol: 'N',
    doc: 'Waves exp(2πi k·x) with both entries of k from −N to N: (2N + 1)² functions.',
    default: 8,
    min: 1,
    max: 32,
    when: { system: ['rotation', 'cat'] },
  }),
  epsilon: number({
    label: 'residual threshold',
    symbol: '\\varepsilon',
    doc: 'An eigenvalue with a residual below ε is within ε of the true spectrum.',
    default: 0.2,
    min: 0.001,
    max: 1,
    scale: 'log',
    affects: 'view',
    when: { system: ['rotation', 'duffing', 'cat'] },
  }),
  z: point({
    label: 'probe',
    symbol: 'z',
    doc: 'Any point of the plane. The best function at z misses Kg = zg by τ(z).',
    default: [0.9, 0.3],
    min: [-1.4, -1.4],
    max: [1.4, 1.4],
    step: 0.01,
    when: { system: ['rotation', 'duffing', 'cat'] },
  }),
  gamma: number({
    label: 'damping',
    symbol: '\\gamma',
    doc: 'Friction of the oscillator. Without it areas are kept and the true spectrum is the unit circle.',
    default: 0,
    min: 0,
    max: 0.5,
    step: 0.01,
    when: { system: 'duffing' },
  }),
  dt: number({
    label: 'sampling time',
    symbol: '\\Delta t',
    doc: 'Time between the two states of a pair.',
    default: 0.3,
    min: 0.05,
    max: 1,
    step: 0.01,
    when: { system: 'duffing' },
  }),
  T: integer({
    label: 'learner’s data',
    symbol: 'T',
    doc: 'The learner sees n = 0 to T. Long data find out what short data cannot.',
    default: 1000,
    min: 10,
    max: 1_000_000,
    scale: 'log',
    when: { system: 'torus' },
  }),
  order: choice({
    label: 'who moves last',
    doc: 'Either the adversary fixes q and the learner chooses T, or the adversary chooses q when it has seen T.',
    options: { learner: 'the learner: q is fixed', adversary: 'the adversary: q answers T' },
    default: 'learner',
    when: { system: 'torus' },
  }),
  q: integer({
    label: 'adversary’s mode',
    symbol: 'q',
    doc: 'Waves of the change around the torus. Quiet for long where qα is nearly whole: 7, 113, 33102, …',
    default: 113,
    min: 1,
    max: 200,
    hard: [1, 1_000_000],
    when: { system: 'torus', order: 'learner' },
  }),
  a: number({
    label: 'adversary’s size',
    symbol: 'a',
    doc: 'Height of the waves. At 0 the map is an honest rotation.',
    default: 0.19137,
    min: 0,
    max: 0.5,
    step: 0.001,
    when: { system: 'torus' },
  }),
  alpha: number({
    label: 'turn along x',
    symbol: '\\alpha',
    doc: 'Rotation of the torus along x, in turns. The adversary needs an irrational one.',
    default: Math.PI - 3,
    min: 0,
    max: 1,
    step: 0.001,
    group: 'Rotation',
    when: { system: ['rotation', 'torus'] },
  }),
  beta: number({
    label: 'turn along y',
    symbol: '\\beta',
    doc: 'Rotation of the torus along y, in turns.',
    default: 0.2,
    min: 0,
    max: 1,
    step: 0.001,
    group: 'Rotation',
    when: { system: ['rotation', 'torus'] },
  }),
  judge: toggle({
    label: 'ask for residuals',
    doc: 'Mark eigenvalues by their residual, and draw the contours of τ.',
    default: true,
    affects: 'view',
    group: 'Show',
    when: { system: ['rotation', 'duffing', 'cat'] },
  }),
  search: toggle({
    label: 'spectrum algorithm',
    doc: 'Points that the paper’s algorithm returns instead of eigenvalues, each with a residual.',
    default: true,
    affects: 'view',
    group: 'Show',
    when: { system: 'duffing' },
  }),
  chart: choice({
    label: 'chart',
    doc: 'Counts against data or dictionary, or each residual against the depth in the disc.',
    options: { data: 'against data', size: 'against functions', depth: 'residual and depth' },
    default: 'data',
    affects: 'view',
    group: 'Show',
    when: { system: 'duffing' },
  }),
  picture: choice({
    label: 'torus',
    doc: 'The watched function after n steps, or what one step does to points.',
    options: { phase: 'ψ after n steps', step: 'one step of the map' },
    default: 'phase',
    affects: 'view',
    group: 'Show',
    when: { system: 'torus' },
  }),
  zoom: number({
    label: 'enlarge the difference',
    doc: 'Draw the difference of the two maps so many times too large.',
    default: 1,
    min: 1,
    max: 100_000,
    scale: 'log',
    affects: 'view',
    group: 'Show',
    when: { system: 'torus', picture: 'step' },
  }),
  seed: seed({
    label: 'draw of the data',
    doc: 'Number of the random starts of snapshots and of the places of the functions.',
    default: 5,
    group: 'Data',
    when: { system: 'duffing' },
  }),
}
export type Params = ParamsOf<typeof params>

/** The map on the torus; if the adversary moves last, q is its answer to T. */
export const adversaryOf = ({ alpha, beta, q, a, T, order }: Params): Adversary => ({
  alpha,
  beta,
  a,
  q: order === 'adversary' ? answer(alpha, a, T) : q,
})

/** The most steps of the run on the torus. */
const FRAMES = 240
export const framesOf = ({ T }: Params): number => Math.min(T, FRAMES)
/** n at a step: first one by one, later by equal factors, finally T. */
export function iterates(step: number, p: Params): number {
  const frames = framesOf(p)
  if (frames === p.T || step === 0) return step
  return step === frames ? p.T : Math.max(step, Math.round(p.T ** (step / frames)))
}

/** How often Duffing's spectrum is computed while data come in. */
export const LOOKS = 20
/** Pairs used at a step. */
export const pairsAt = (step: number, M: number): number => Math.round((M * (step + 1)) / LOOKS)
