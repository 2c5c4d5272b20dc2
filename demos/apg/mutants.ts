// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'momentum is forgotten',
    file: 'src/domains/diffusion/apg.ts',
    find: '+ beta * sum[i]!',
    put: '+ 0 * beta * sum[i]!',
    golden: 'guidance_cases',
    claim: 'Negative momentum holds',
  },
  {
    breaks: 'the stretch has the other sign',
    file: 'src/domains/diffusion/apg.ts',
    find: '(parallel - 1) * along',
    put: '(parallel + 1) * along',
    golden: 'guidance_cases',
    claim: 'Without the stretch ($',
  },
] satisfies Mutant[]
