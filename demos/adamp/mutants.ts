// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the sum keeps a percent less',
    file: 'src/domains/optim/layerUpdates.ts',
    find: 'first[i] = s.beta * first[i]! + gradient[i]!',
    put: 'first[i] = 0.99 * s.beta * first[i]! + gradient[i]!',
    golden: 'runs',
    claim: 'After 50 steps with momentum',
  },
] satisfies Mutant[]
