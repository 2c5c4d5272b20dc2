// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the second of a pair is pushed away instead of pulled',
    file: 'src/domains/optim/gossip.ts',
    find: 'beta * move - gamma * pull',
    put: 'beta * move + gamma * pull',
    golden: 'runs',
    claim: 'Whatever the pairs are',
  },
  {
    breaks: 'the share of a pairing forgets that one does not meet oneself',
    file: 'src/domains/optim/consensus.ts',
    find: 'n / (2 * (n - 1))',
    put: '1 / 2',
    golden: 'consensus_matrices',
    claim: 'For eight copies',
  },
] satisfies Mutant[]
