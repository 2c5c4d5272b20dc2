// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'momentum is off',
    file: 'src/domains/optim/rules.ts',
    find: 'z[i] = beta * z[i]! + gradient[i]!',
    put: 'z[i] = gradient[i]!',
    golden: 'trajectories',
    claim: 'Inside the wedge the ball shrinks by √β',
  },
  {
    breaks: 'steps are a tenth of a percent too long',
    file: 'src/domains/optim/rules.ts',
    find: 'z[i] = beta * z[i]! + gradient[i]!\n      weights[i]! -= rate * z[i]!',
    put: 'z[i] = beta * z[i]! + gradient[i]!\n      weights[i]! -= 1.001 * rate * z[i]!',
    golden: 'trajectories',
    claim: 'The largest stable step size',
  },
] satisfies Mutant[]
