// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'HB’s momentum is off',
    file: 'src/domains/diffusion/multistep.ts',
    find: "combined = family === 'HB' ? v : blend",
    put: "combined = family === 'HB' ? combined : blend",
    golden: 'runs',
    claim: 'HB 3.8 throws out',
  },
] satisfies Mutant[]
