// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'a step is a tenth of a percent too long',
    file: 'scripts/template/model.ts',
    find: 'const z = -rate * h',
    put: 'const z = -1.001 * rate * h',
    golden: 'runs',
    claim: 'Each Euler step',
  },
] satisfies Mutant[]
