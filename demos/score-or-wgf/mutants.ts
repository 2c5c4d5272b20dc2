// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the shares of the mixture forget one direction',
    file: 'src/domains/diffusion/noisyGaussians.ts',
    find: 'logHeights[k]! + 0.5 * (gx * u + gy * v)',
    put: 'logHeights[k]! + 0.5 * gx * u',
    golden: 'mixture_loops',
    claim: 'With an error half as long',
  },
  {
    breaks: 'the swirl is turned by 45° only',
    file: 'demos/score-or-wgf/fields.ts',
    find: 'turn: [0, 1]',
    put: 'turn: [1, 1]',
    claim: 'With an error twice as long',
  },
  {
    breaks: 'the swirl turns the other way',
    file: 'demos/score-or-wgf/fields.ts',
    find: 'turn: [0, 1]',
    put: 'turn: [0, -1]',
    golden: 'mixture_loops',
    claim: 'Turned by a right angle',
  },
  {
    breaks: 'the split of a linear field divides by the wrong trace',
    file: 'src/numerics/weightedHodge.ts',
    find: 'const q = (m21 - m12) / (a + c)',
    put: 'const q = (m21 - m12) / 2',
    golden: 'linear_hodge',
  },
  {
    breaks: 'the split forgets the density',
    file: 'src/numerics/weightedHodge.ts',
    find: 'const flow = rho.x[cell]! * e.x[cell]!',
    put: 'const flow = e.x[cell]!',
    claim: 'All of the swirl’s',
  },
  {
    breaks: 'the variance relaxes half as fast',
    file: 'src/domains/diffusion/gradientFlow.ts',
    find: 'variance: 1 + (variance - 1) * Math.exp(-2 * t)',
    put: 'variance: 1 + (variance - 1) * Math.exp(-t)',
    golden: 'wgf',
  },
] satisfies Mutant[]
