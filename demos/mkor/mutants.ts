// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the exact formula forgets a decay in its divisor',
    file: 'src/domains/optim/kronecker.ts',
    find: '-(1 - gamma) / (gamma * (gamma + (1 - gamma) * along))',
    put: '-(1 - gamma) / (gamma * (1 + (1 - gamma) * along))',
    golden: 'inverse_factor',
    claim: 'After 100 vectors',
  },
  {
    breaks: 'the step is not brought back to the length of the gradient',
    file: 'src/domains/optim/kronecker.ts',
    find: 'const factor = length > 0 ? norm(gradient) / length : 1',
    put: 'const factor = 1',
    golden: 'layer',
    claim: 'Each at its best rate',
  },
] satisfies Mutant[]
