// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the size at rest forgets the momentum',
    file: 'src/domains/optim/restingSize.ts',
    find: 'Math.sqrt((1 + a * b) / ((1 - a * b) * (1 - b * b)))',
    put: 'Math.sqrt(1 / (1 - b) ** 2)',
    golden: 'steady_state',
    claim: 'With the rate 0.01',
  },
  {
    breaks: 'the decay is multiplied by the rate twice',
    file: 'src/domains/optim/adaptive.ts',
    find: 'const shrink = 1 - rate * decay',
    put: 'const shrink = 1 - rate * rate * decay',
    golden: 'adamw',
    claim: 'Where the mean square',
  },
] satisfies Mutant[]
