// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the ODE drifts with the whole score',
    file: 'src/domains/diffusion/reverse.ts',
    find: 'x + ((1 + lambda) / 2) * score',
    put: 'x + ((2 + lambda) / 2) * score',
    golden: 'particles',
    claim: 'With the exact score',
  },
  {
    breaks: 'the residual forgets the dimension',
    file: 'src/domains/diffusion/reverse.ts',
    find: 'let rest = rate - gradient.length - laplacian / 2',
    put: 'let rest = rate - laplacian / 2',
    golden: 'local',
    claim: 'Shifted data',
  },
] satisfies Mutant[]
