// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'momentum changes with the slope instead of against it',
    file: 'src/domains/nets/motionNets.ts',
    find: 'const sign = (d: number): number => (d < 2 ? -1 : 1)',
    put: 'const sign = (_: number): number => 1',
    golden: 'net',
    claim: 'Along its motion',
  },
  {
    breaks: 'the second order forgets one inner step’s rate',
    file: 'src/domains/optim/metaLearning.ts',
    find: 'out[i]! -= rate * workspace[i]!',
    put: 'out[i]! -= workspace[i]!',
    golden: 'net',
  },
  {
    breaks: 'the companion of a layer forgets how tanh bends',
    file: 'src/domains/nets/tangentCurvature.ts',
    find: '- 2 * a[k]! * change[k]! * sums[d + k]!',
    put: '',
    golden: 'net',
  },
  {
    breaks: 'the pull of gravity falls with the distance, not with its square',
    file: 'src/domains/dynamics/hamiltonians.ts',
    find: 'scaled(-theta / (square * Math.sqrt(square)), x, y, out, at)',
    put: 'scaled(-theta / square, x, y, out, at)',
    golden: 'fields',
    claim: 'On twelve tasks',
  },
  {
    breaks: 'Hénon and Heiles’s force lacks its mixed term',
    file: 'src/domains/dynamics/hamiltonians.ts',
    find: 'out[at] = -x - 2 * theta * x * y',
    put: 'out[at] = -x',
    golden: 'trajectories',
  },
  {
    breaks: 'steps of adaptation are half as long',
    file: 'src/domains/optim/metaLearning.ts',
    find: 'weights[i]! -= rate * workspace[i]!',
    put: 'weights[i]! -= 0.5 * rate * workspace[i]!',
    golden: 'adaptation',
    claim: 'The pre-trained start has',
  },
] satisfies Mutant[]
