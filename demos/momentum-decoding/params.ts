// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, places, seed, text, toggle } from '@/contract'
import { type Resistance, type Rule, resistances } from '@/domains/text/momentum'
import { memoized } from '@/memoized'

/** A resistance as high as this means never. */
export const NEVER = 7
const LONGEST_PREFIX = 120 // characters
const f = (depth: number, label: string, value: number) =>
  number({
    label,
    symbol: `f(${depth})`,
    doc: `What depth ${depth} costs, times α. ${NEVER} stands for: never.`,
    default: value,
    min: 0,
    max: NEVER,
    step: 0.1,
    when: { table: 'own' },
    group: 'Your own toll',
  })

export const params = {
  mode: choice({
    label: 'language',
    doc: 'A model of real words, or six states whose chances you set.',
    options: { words: 'Alice’s words', hand: 'Six states, by hand' },
    default: 'words',
  }),
  prefix: text({
    label: 'beginning',
    doc: 'Words of Alice in Wonderland. Others are left out. A press on a word in the graph starts from it.',
    default: 'down down down',
    most: LONGEST_PREFIX,
    when: { mode: 'words' },
  }),
  letters: text({
    label: 'beginning',
    doc: 'Letters from A to F.',
    default: 'A',
    most: LONGEST_PREFIX,
    when: { mode: 'hand' },
  }),
  alpha: number({
    label: 'strength of the toll',
    symbol: '\\alpha',
    unit: '',
    doc: 'Probability that one unit of the toll takes away. At 0 decoding is greedy.',
    default: 0.2,
    min: 0,
    max: 1,
    step: 0.01,
  }),
  k: integer({
    label: 'candidates',
    symbol: 'k',
    doc: 'The k likeliest words compete. With 1 there is no choice, and no way out.',
    default: 5,
    min: 1,
    max: 50,
  }),
  table: choice({
    label: 'toll by depth, as in the code',
    doc: 'What each depth of repetition costs. Drag the steps of the curve for one of your own.',
    options: {
      release: 'release',
      first: 'first commit',
      linear: 'linear',
      chinese: 'Chinese model',
      block4: '4-gram blocking',
      constant: 'constant',
      log: 'log',
      exp: 'exp',
      own: 'your own',
    },
    default: 'release',
  }),
  f1: f(1, 'an old word', 1),
  f2: f(2, 'an old pair', 3),
  f3: f(3, 'three in a row', 4),
  f4: f(4, 'four in a row', 5),
  f5: f(5, 'five in a row', 5),
  deepest: integer({
    label: 'deepest repetition looked for',
    symbol: 'L_{\\mathrm{max}}',
    doc: 'Longer repetitions count as this deep. The tables end at 5; what is deeper is forbidden.',
    default: 5,
    min: 1,
    max: 8,
  }),
  against: choice({
    label: 'compare with',
    doc: 'Another decoder on the same model, in blue.',
    options: { greedy: 'greedy', beam: 'beam of 4', topk: 'top-k sampling', nucleus: 'nucleus 0.95' },
    default: 'greedy',
    group: 'The other decoder',
  }),
  seed: seed({
    label: 'draw',
    doc: 'Number of the random stream from which samplers draw.',
    default: 1,
    when: { against: ['topk', 'nucleus'] },
    group: 'The other decoder',
  }),
  other: toggle({
    label: 'draw it',
    doc: 'Draw the other decoder’s walk and its growth too.',
    default: true,
    affects: 'view',
    group: 'The other decoder',
  }),
  order: integer({
    label: 'order of the model',
    symbol: 'n',
    doc: 'The next word depends on the n − 1 words before it.',
    default: 3,
    min: 2,
    max: 4,
    when: { mode: 'words' },
    group: 'Model',
  }),
  kappa: number({
    label: 'smoothing',
    symbol: '\\kappa',
    unit: 'counts',
    doc: 'Weight of the model one word shorter. Small: the text is quoted. Large: common words prevail.',
    default: 1,
    min: 0.1,
    max: 5,
    step: 0.1,
    when: { mode: 'words' },
    group: 'Model',
  }),
  chances: places({
    label: 'chances changed by hand',
    doc: 'Drag the bars of the matrix; the other chances of the row make room.',
    default: [],
    count: 36,
    min: [0, 0],
    max: [1, 0],
    when: { mode: 'hand' },
    group: 'Model',
  }),
  steps: integer({
    label: 'words to say',
    doc: 'Length of the run.',
    default: 60,
    min: 20,
    max: 200,
    hard: [1, 200],
    group: 'Run',
  }),
}
export type Params = ParamsOf<typeof params>

/** The resistance by depth, from 0: of the table, or of the points that a visitor has dragged. */
export function resistanceOf(p: Params): Resistance {
  if (p.table !== 'own') return resistances[p.table]
  return [0, p.f1, p.f2, p.f3, p.f4, p.f5].map((v) => (v >= NEVER ? Number.POSITIVE_INFINITY : v))
}

export const ruleOf = memoized((p: Params): Rule => ({ alpha: p.alpha, k: p.k, resistance: resistanceOf(p), deepest: p.deepest }))
