// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'there is no push',
    file: 'src/domains/alignment/tilt.ts',
    find: 'pushed[y] = hat[y]! + alpha * (hat[y]! - before[y]!)',
    put: 'pushed[y] = hat[y]!',
    golden: 'exact_reward_runs',
    claim: 'Each round of APO comes to go',
  },
  {
    breaks: 'the push starts from the pushed policy',
    file: 'src/domains/alignment/tilt.ts',
    find: 'before[y] = hat[y]!',
    put: 'before[y] = pushed[y]!',
    golden: 'sppo',
    claim: 'After t rounds it has gone',
  },
  {
    breaks: 'the fit has no ridge',
    file: 'src/domains/alignment/preferences.ts',
    find: 'slope[i] = ridge * out[i]!',
    put: 'slope[i] = 0',
    golden: 'sampled',
  },
] satisfies Mutant[]
