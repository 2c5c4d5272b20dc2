// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

const FLOW = 'src/domains/diffusion/gaugeFlow.ts'

export default [
  {
    breaks: 'the swirl turns the other way',
    file: FLOW,
    find: 'Float64Array.of(0, -1, 1, 0)',
    put: 'Float64Array.of(0, 1, -1, 0)',
    golden: 'flows',
  },
  {
    breaks: 'the score is turned by 45° only, so that some of it stretches',
    file: FLOW,
    find: 'Float64Array.of(0, -1, 1, 0)',
    put: 'Float64Array.of(1, -1, 1, 1)',
    golden: 'flows',
    claim: 'With κ = 0, 1 and 3',
  },
  {
    breaks: 'the Jacobian forgets the added field',
    file: FLOW,
    find: 'jacobian[i * dim + j]! += b * hessian[k * dim + j]!',
    put: 'jacobian[i * dim + j]! += 0 * b * hessian[k * dim + j]!',
    golden: 'flows',
    claim: 'With κ = 1 they are',
  },
  {
    breaks: 'the vortex is frozen: its bump is not one of the density at this noise',
    file: FLOW,
    find: 'field[0]! -= share * (by + bump * sy)',
    put: 'field[0]! -= share * by',
    claim: 'With a vortex, too',
  },
  {
    breaks: 'the Hessian forgets the square of the score',
    file: 'src/domains/diffusion/noisyPoints.ts',
    find: '(uu / sum - mu * mu) / square',
    put: 'uu / sum / square',
    claim: 'On the whole sphere',
  },
  {
    breaks: 'a flat sheet keeps its width',
    file: FLOW,
    find: 'Math.sqrt((width * width + to * to) / (width * width + from * from))',
    put: 'Math.sqrt((width * width + to * to) / (width * width + from))',
    golden: 'flat_manifold',
  },
] satisfies Mutant[]
