// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the velocity is that of the data alone',
    file: 'src/domains/diffusion/affine.ts',
    find: 'alphaRate * x0 + (sigmaRate * (x - alpha * x0)) / sigma',
    put: 'alphaRate * x0',
    golden: 'stats',
    claim: 'v = fx − ½g²s',
  },
  {
    breaks: 'DPM++ extrapolates twice as far',
    file: 'src/domains/diffusion/affineSamplers.ts',
    find: '/ (2 * (halfLogSnr(late) - halfLogSnr(before)))',
    put: '/ (halfLogSnr(late) - halfLogSnr(before))',
    golden: 'convergence',
    claim: 'In 8 steps DPM++',
  },
  {
    breaks: 'the draw of DDPM is as wide as the noise added on the way',
    file: 'src/domains/diffusion/affine.ts',
    find: 'variance: (spread * before) / noise',
    put: 'variance: spread',
    golden: 'reverse_kernels',
    claim: 'From t = 0.8 to 0.2',
  },
] satisfies Mutant[]
