// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'CG forgets its direction: steepest descent',
    file: 'src/numerics/conjugateGradient.ts',
    find: 's.residual[i]! + keep * s.direction[i]!',
    put: 's.residual[i]! + 0 * keep * s.direction[i]!',
    golden: 'cg',
    claim: 'After five',
  },
  {
    breaks: 'γ weights the guess instead of the data',
    file: 'src/domains/diffusion/decomposed.ts',
    find: 'x[i]! + gamma * back[i]!',
    put: 'gamma * x[i]! + back[i]!',
    golden: 'dds_runs',
    claim: 'Damped with γ = 5',
  },
  {
    breaks: 'each pixel falls into one bin',
    file: 'src/domains/imaging/operators.ts',
    find: 'share[view * pixels + pixel] = place - bin',
    put: 'share[view * pixels + pixel] = Math.round(place - bin)',
    golden: 'radon_4x4_3views',
  },
  {
    breaks: 'the denoiser forgets the width of the prior',
    file: 'src/domains/diffusion/templatePrior.ts',
    find: 'out[i] = mean[i]! + pull * (x[i]! - root * mean[i]!)',
    put: 'out[i] = mean[i]!',
    golden: 'tweedie',
  },
] satisfies Mutant[]
