// Types are part of the contract: what must not compile does not. Checked by tsc, which fails if an expected error is missing.
import {
  choice,
  defineDemo,
  defineViews,
  events,
  formula,
  integer,
  number,
  type ParamsOf,
  type Placed,
  places,
  point,
  type SceneOf,
  type Stepped,
  seed,
  toggle,
} from '.'

const params = {
  rate: number({ label: 'Rate', doc: '', default: 1, min: 0, max: 2 }),
  count: integer({ label: 'Count', doc: '', default: 1, min: 0, max: 9 }),
  method: choice({ label: 'Method', doc: '', options: { euler: 'Euler', exact: 'Exact' }, default: 'euler' }),
  trail: toggle({ label: 'Trail', doc: '', default: true }),
  start: point({ label: 'Start', doc: '', default: [0, 0], min: [-1, -1], max: [1, 1] }),
  seed: seed({ label: 'Seed', doc: '', default: 1 }),
  kicks: events({ label: 'Kicks', doc: '', default: [], strength: { label: 'Strength', min: -1, max: 1, default: 1 }, most: 5 }),
  moved: places({ label: 'Moved', doc: '', default: [], count: 3, min: [0, 0], max: [1, 1] }),
  f: formula({ label: 'f', doc: '', default: 'x', variables: ['x'] }),
}
type Params = ParamsOf<typeof params>
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const isTrue = <T extends true>(_: T) => {}

isTrue<Equal<Params['rate'], number>>(true)
isTrue<Equal<Params['method'], 'euler' | 'exact'>>(true)
isTrue<Equal<Params['start'], readonly [x: number, y: number]>>(true)
isTrue<Equal<Params['moved'], readonly Placed[]>>(true)
isTrue<Equal<Params['f'], string>>(true)

// @ts-expect-error: the default is one of the options
choice({ label: '', doc: '', options: { a: 'A' }, default: 'b' })

const model: Stepped<Params, { x: number }, { at: number }> = {
  kind: 'stepped',
  init: () => ({ x: 0 }),
  step: (s, p) => {
    s.x += p.rate
  },
  frame: (s) => ({ at: s.x }),
  steps: (p) => p.count,
  dt: () => 1,
}
const meta = {
  slug: 'a',
  title: '',
  topics: ['dynamics'],
  tags: [],
  summary: '',
  lede: '',
  paper: { title: '', authors: [], year: 1, url: '' },
} as const
const parts = {
  meta,
  params,
  model,
  readouts: { x: { label: 'x', of: (s: { x: number }) => s.x } },
  views: { main: { title: '', alt: '' } },
  words: { hello: 'hello' },
  presets: { fast: { label: '', params: { rate: 2 } } },
  claims: [],
  lecture: [],
} as const

const stop = {
  id: 'a',
  title: '',
  answers: ['idea'],
  stage: ['main'],
  controls: ['rate'],
  text: '',
  do: { say: '', params: { rate: 2 }, done: (p: { rate: number }) => p.rate > 1 },
  see: '',
  why: '',
} as const

export const demo = defineDemo({
  ...parts,
  claims: [
    {
      says: '',
      kind: 'paper',
      source: '',
      given: 'fast',
      measure: (run) => run.series.x[0] ?? 0,
      expect: (p) => p.rate,
      within: { abs: 1 },
    },
  ],
  lecture: [{ ...stop, preset: 'fast', params: { method: 'exact' }, while: (p, now) => now.frame.at < p.rate }],
  handles: { x: { label: '', view: 'main', moves: ['rate'], at: (p) => [p.rate, 0], move: ([x]) => ({ rate: x }) } },
})

const claim = { says: '', kind: 'paper', source: '', expect: () => 0, within: { abs: 1 } } as const
// @ts-expect-error: a claim names a preset that exists
defineDemo({ ...parts, claims: [{ ...claim, given: 'slow', measure: () => 0 }] })
// @ts-expect-error: a claim measures readouts that exist
defineDemo({ ...parts, claims: [{ ...claim, given: 'fast', measure: (run) => run.series.y[0] ?? 0 }] })
// @ts-expect-error: a claim is given parameters that exist
defineDemo({ ...parts, claims: [{ ...claim, given: { speed: 1 }, measure: () => 0 }] })
// @ts-expect-error: a stop shows views that exist
defineDemo({ ...parts, lecture: [{ ...stop, stage: ['other'] }] })
// @ts-expect-error: a stop shows at least one view
defineDemo({ ...parts, lecture: [{ ...stop, stage: [] }] })
// @ts-expect-error: a stop shows controls of parameters that exist
defineDemo({ ...parts, lecture: [{ ...stop, controls: ['speed'] }] })
// @ts-expect-error: a stop starts from a preset that exists
defineDemo({ ...parts, lecture: [{ ...stop, preset: 'slow' }] })
// @ts-expect-error: a stop sets values that the parameter can take
defineDemo({ ...parts, lecture: [{ ...stop, params: { method: 'heun' } }] })
// @ts-expect-error: a deed leads somewhere
defineDemo({ ...parts, lecture: [{ ...stop, do: { say: '', done: () => true } }] })
// @ts-expect-error: a premise reads what the frame holds
defineDemo({ ...parts, lecture: [{ ...stop, while: (_, now) => now.frame.velocity > 0 }] })
// @ts-expect-error: a stop answers what it asks for
defineDemo({ ...parts, lecture: [{ ...stop, see: undefined }] })
// @ts-expect-error: a handle moves parameters that exist
defineDemo({ ...parts, handles: { x: { label: '', view: 'main', moves: ['speed'], at: () => [0, 0], move: () => ({}) } } })
// @ts-expect-error: a handle stands in a view that exists
defineDemo({ ...parts, handles: { x: { label: '', view: 'side', moves: [], at: () => [0, 0], move: () => ({}) } } })
// @ts-expect-error: a preset sets parameters that exist
defineDemo({ ...parts, presets: { fast: { label: '', params: { speed: 2 } } } })

type Scene = SceneOf<typeof demo>
isTrue<Equal<Scene['frame'], { at: number }>>(true)
isTrue<Equal<keyof Scene['series'], 'x'>>(true)
isTrue<Equal<keyof Scene['words'], 'hello'>>(true)

const window = [
  [0, 1],
  [0, 1],
] as const
defineViews<typeof demo>({ main: { kind: 'plot', window, draw: ({ frame }) => frame.at } })
// @ts-expect-error: every view is drawn
defineViews<typeof demo>({})
// @ts-expect-error: no view is drawn that the demo does not name
defineViews<typeof demo>({ main: { kind: 'plot', window }, extra: { kind: 'plot', window } })
// @ts-expect-error: a view reads only what the frame holds
defineViews<typeof demo>({ main: { kind: 'plot', window, draw: ({ frame }) => frame.velocity } })
