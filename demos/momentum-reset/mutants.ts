// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the reset keeps the step counter, so that nothing corrects the bias of the fresh moments',
    file: 'src/domains/optim/lowRank.ts',
    find: 'memory.powers.fill(1)',
    put: 'memory.powers.fill(0)',
    golden: 'runs',
    claim: 'After a reset Adam',
  },
  {
    breaks: 'B takes all of the singular values',
    file: 'src/domains/optim/lowRank.ts',
    find: 'b[i * r + k] = left[k * n + i]! * root',
    put: 'b[i * r + k] = left[k * n + i]! * root * root',
    golden: 'refactor_of_start',
    claim: 'It makes the imbalance',
  },
] satisfies Mutant[]
