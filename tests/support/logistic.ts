// x ← r x (1 - x): a chaotic run for tests of the engine. Every bit matters to its states, and at r > 4 it leaves all bounds.
import { type AnyDemo, defineDemo, defineViews, integer, number, type ParamsOf, toggle } from '@/contract'

const params = {
  rate: number({
    label: 'rate',
    symbol: 'r',
    doc: 'Growth in one step.',
    default: 3.9,
    min: 0,
    max: 4,
    step: 0.01,
    hard: [0, 10],
    was: ['growth'],
  }),
  start: number({ label: 'start', doc: 'First value.', default: 0.3, min: 0, max: 1, step: 0.01 }),
  steps: integer({ label: 'steps', doc: 'Length of the run.', default: 100, min: 1, max: 1000, hard: [1, 1e6] }),
  trail: toggle({ label: 'trail', doc: 'Draw the past.', default: true, affects: 'view' }),
}
type Params = ParamsOf<typeof params>
interface State {
  step: number
  x: number
  history: Float64Array
}

const demo = defineDemo({
  meta: {
    slug: 'logistic',
    title: 'Logistic map',
    topics: ['dynamics'],
    tags: [],
    summary: 'A test.',
    lede: 'A test.',
    paper: { title: 'Simple mathematical models', authors: ['Robert May'], year: 1976, url: 'https://doi.org/10.1038/261459a0' },
  },
  params,
  model: {
    kind: 'stepped',
    init: (p: Params): State => ({ step: 0, x: p.start, history: new Float64Array(16).fill(p.start) }),
    step(s: State, p: Params) {
      s.x = p.rate * s.x * (1 - s.x)
      s.step++
      s.history[s.step % 16] = s.x
    },
    frame: (s: State) => ({ x: s.x, step: s.step }),
    steps: (p: Params) => p.steps,
    dt: () => 1,
    ended: (s: State) => (Math.abs(s.x) < 1e-9 ? 'converged' : null),
  },
  maps: {
    /** Largest value of the last steps, for rising rates. */
    sweep: {
      kind: 'computed' as const,
      uses: ['start'] as const,
      *compute(p: Params): Generator<{ done: number; result: number[] }, number[], void> {
        const found: number[] = []
        for (let k = 0; k < 20; k++) {
          let x = p.start
          for (let n = 0; n < 100; n++) x = (k / 5) * x * (1 - x)
          found.push(x)
          yield { done: (k + 1) / 20, result: [...found] }
        }
        return found
      },
    },
  },
  readouts: { x: { label: 'x', of: (s) => s.x } },
  views: { main: { title: 'Value', alt: 'Value {x} at rate {rate}.' } },
  words: {},
  handles: {
    start: { label: 'start', view: 'main', moves: ['start'], at: (p) => [0, p.start], move: ([, y]) => ({ start: y }) },
  },
  presets: { calm: { label: 'calm', params: { rate: 0.5 } } },
  claims: [
    {
      says: 'The run begins at the start.',
      kind: 'analysis',
      source: 'test',
      given: {},
      measure: (run) => run.series.x[0]!,
      expect: (p) => p.start,
      within: { abs: 0 },
    },
  ],
  lecture: [
    {
      id: 'calm',
      title: 'Calm',
      answers: ['problem', 'idea', 'why'],
      preset: 'calm',
      step: 10,
      stage: ['main'],
      controls: ['rate'],
      text: 'At rate {rate} it dies out.',
      predict: { ask: 'From which rate on does it live?', options: ['0.5', '1'], right: 1 },
      do: { say: 'Raise the rate past 1', params: { rate: 2 }, done: (p) => p.rate > 1 },
      see: 'At rate {rate} it rests at {x}.',
      why: 'Each step multiplies by r(1 − x).',
    },
    {
      id: 'wild',
      title: 'Wild',
      answers: ['cost', 'limits', 'found'],
      params: { rate: 4, start: 0.2 },
      step: 0,
      stage: ['main'],
      controls: ['start', 'rate'],
      text: 'It does not.',
      while: (p) => p.rate > 3.5,
      do: { say: 'Play it to the end', step: 'end', done: (_, { step, steps }) => step === steps },
      see: 'Now it is at {x}.',
      why: 'Chaos.',
    },
  ],
})
export const logistic: AnyDemo = demo
export const logisticViews = defineViews<typeof demo>({
  main: {
    kind: 'plot',
    window: [
      [0, 1],
      [0, 1],
    ],
  },
})
