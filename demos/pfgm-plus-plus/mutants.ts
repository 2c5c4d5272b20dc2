// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the data dimension is forgotten in the exponent',
    file: 'src/domains/diffusion/poissonField.ts',
    find: 'const power = (dim + extra) / 2',
    put: 'const power = (1 + extra) / 2',
    golden: 'denoiser_cases',
    claim: 'From one start',
  },
  {
    breaks: 'Heun’s step is Euler’s',
    file: 'src/domains/diffusion/poissonField.ts',
    find: 'h * (0.5 * slope[i]! + 0.5 * aheadSlope[i]!)',
    put: 'h * slope[i]!',
    golden: 'trajectories',
  },
  {
    breaks: 'the heavy tail has D + 1 degrees of freedom',
    file: 'src/domains/diffusion/radiusLaw.ts',
    find: 'logGammaVariate(s, extra / 2)',
    put: 'logGammaVariate(s, (extra + 1) / 2)',
    claim: 'Radii drawn',
  },
  {
    breaks: 'the spread of radii forgets the extra dimensions',
    file: 'src/domains/diffusion/radiusLaw.ts',
    find: '0.5 * Math.sqrt(trigamma(dim / 2) + trigamma(extra / 2))',
    put: '0.5 * Math.sqrt(trigamma(dim / 2))',
    golden: 'radius_law',
    claim: 'With D = 128',
  },
] satisfies Mutant[]
