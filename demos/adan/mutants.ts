// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the mean square is of the slope alone',
    file: 'src/domains/optim/adaptive.ts',
    find: 'const looked = g + ahead * d',
    put: 'const looked = g',
    golden: 'official',
    claim: 'After 120 steps at η = 0.01',
  },
  {
    breaks: 'the estimate forgets the change of the slope',
    file: 'src/domains/optim/rules.ts',
    find: 'z[i] = beta * z[i]! + g + beta * (g - last[i]!)',
    put: 'z[i] = beta * z[i]! + g',
    golden: 'nme_identity',
    claim: 'For 40 steps',
  },
] satisfies Mutant[]
