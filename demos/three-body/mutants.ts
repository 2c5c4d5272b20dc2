// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the jerk moves bodies a percent too far',
    file: 'src/domains/dynamics/hermiteKernel.ts',
    find: 'const third = dt / 3',
    put: 'const third = dt / 2.97',
    golden: 'hermite_single_steps',
    claim: 'Halving an equal step',
  },
  {
    breaks: 'encounter times count flybys alone',
    file: 'src/domains/dynamics/hermiteKernel.ts',
    find: 'return Math.max(flyby * flyby, m * m * inverse * inverse * inverse)',
    put: 'return Math.max(flyby * flyby, 0 * m)',
    claim: 'The Pythagorean problem to t = 10 takes 1871',
  },
] satisfies Mutant[]
