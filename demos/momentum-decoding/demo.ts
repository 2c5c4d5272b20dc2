import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'

export default defineDemo({
  meta,
  params,
  model,
  readouts,
  tabs: {
    by: 'mode',
    views: {
      words: ['graph', 'choice', 'toll', 'text', 'growth'],
      hand: ['graph', 'matrix', 'choice', 'text', 'toll'],
    },
    ledes: {
      hand: 'Six states, and the chance of each to follow another: everything can be checked on paper. Greedy goes A, B, C, A, … Drag a bar of the matrix, or the toll on old paths.',
    },
    openings: { words: 24, hand: 3 },
  },
  views: {
    graph: {
      title: 'The walk',
      note: 'press a word to start there',
      alt: 'Words as places and arrows from each to the next. Momentum decoding has visited {nodes} words, the other decoder {otherNodes}. Dashed arrows lead to what competes for the next word.',
    },
    choice: {
      title: 'The next word',
      note: 'hatched: the toll',
      alt: 'The {k} likeliest next words: bars for their probability, hatched what the toll takes away, and the score that is left.',
    },
    toll: {
      title: 'The toll',
      note: 'f by depth',
      alt: 'Steps of a curve: what each depth of repetition costs, from 0 for new words. Multiplied by α = {alpha} it is taken from a word’s probability.',
    },
    text: {
      title: 'What they say',
      note: 'shaded: old words; digit: how deep',
      alt: 'Both texts. A word is shaded by the depth to which its pick repeated an old path.',
    },
    growth: {
      title: 'Distinct words so far',
      alt: 'Number of distinct words against steps for both decoders: {nodes} and {otherNodes} now. A flat line is a walk in a circle.',
    },
    matrix: {
      title: 'Chances of the next state',
      note: 'a row for each state',
      alt: 'Six rows of six bars: the chance of each next state. The row of the present state is dark.',
    },
  },
  words: {
    momentum: 'momentum',
    noToll: 'greedy (no toll)',
    greedy: 'greedy',
    beam: 'beam search',
    topk: 'top-k sampling',
    nucleus: 'nucleus sampling',
    distinct: 'words',
    diversity: 'diversity',
    round: 'in a circle of',
    unknown: 'never said by Alice:',
    nothing: 'nothing said yet',
    next: 'next word',
    chance: 'p',
    depth: 'd',
    score: 'p − αf',
    free: 'new: free',
    never: '∞',
    after: 'after',
    axisDepth: 'depth of repetition, d',
    axisToll: 'toll f',
    axisStep: 'words said',
  },
  opening: 24,
  handles,
  sliders: {
    alpha: () => ({ marks: [{ value: 0.2, label: 'paper’s code' }] }),
    k: ({ mode }) => (mode === 'hand' ? { max: 6 } : { marks: [{ value: 5, label: 'code' }] }),
  },
  equations: [
    {
      tex: 'x_t = \\arg\\max_{v \\in V^{(\\p{k})}}\\; p(v) - \\p{alpha}\\, f(d(v))',
      spoken: 'The next word is that one of the k likeliest whose probability minus alpha times f of its depth is largest.',
    },
    {
      tex: 'd(v) = \\max L \\le \\p{deepest} \\text{ such that}',
      spoken: 'The depth of v is the largest L, up to L max, such that',
    },
    {
      tex: '(x_{t-L+1}, \\dots, x_{t-1}, v) \\text{ was said,}',
      spoken: 'the last L minus one words and then v were said before;',
    },
    { tex: 'd(v) = 0 \\text{ if } v \\text{ is new}', spoken: 'it is zero if v is new.' },
    {
      tex: "p_n(w|h) = \\frac{c(hw) + \\p{kappa}\\,p_{n-1}(w|h')}{c(h) + \\p{kappa}}",
      tabs: ['words'],
      spoken:
        'The probability of w after h is its count plus kappa times the probability one word shorter, over the count of h plus kappa.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
