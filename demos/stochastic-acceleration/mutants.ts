// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the drift forgets that shells of momentum space grow',
    file: 'src/domains/acceleration/law.ts',
    find: '3 * diffusionAt(law, y) + changeAt(law, y)',
    put: '2 * diffusionAt(law, y) + changeAt(law, y)',
    golden: 'cases',
    claim: 'Without escape the top',
  },
  {
    breaks: 'escape is left out of the equations',
    file: 'src/domains/acceleration/volumes.ts',
    find: 'share * (escapeRates[i]! + destroyRates[i]! +',
    put: 'share * (destroyRates[i]! +',
    golden: 'power_law',
    claim: 'As many particles',
  },
] satisfies Mutant[]
