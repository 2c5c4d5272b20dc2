// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the toll is not paid',
    file: 'src/domains/text/momentum.ts',
    find: 'return f === 0 || alpha === 0 ? 0 : alpha * f',
    put: 'return f === 0 || alpha === 0 ? 0 : 0 * f',
    golden: 'matrix_runs',
    claim: 'Momentum decoding breaks the circle',
  },
  {
    breaks: 'repetitions look one word shallower',
    file: 'src/domains/text/walk.ts',
    find: 'depth = Math.max(depth, 1 + shared(',
    put: 'depth = Math.max(depth, shared(',
    golden: 'depth_cases',
  },
  {
    breaks: 'the model is asked twice for each word',
    file: 'src/domains/text/momentum.ts',
    find: 'language.fill(walk.tokens, walk.length, out.p)',
    put: 'for (let k = 0; k < 2; k++) language.fill(walk.tokens, walk.length, out.p)',
    claim: 'It does not look ahead',
  },
] satisfies Mutant[]
