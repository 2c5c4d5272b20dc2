// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the correction forgets the difference before the probe',
    file: 'src/domains/diffusion/evodiff.ts',
    find: 'const turn = -(eta / rho) * difference[i]! + rho',
    put: 'const turn = rho',
    golden: 'runs',
    claim: 'EVODiff misses 0.0065',
  },
  {
    breaks: 'the memory of DPM-Solver++ is added whole instead of half',
    file: 'src/domains/diffusion/fewCalls.ts',
    find: '1 / (2 * stepRatio(sigmas, k))',
    put: '1 / stepRatio(sigmas, k)',
    golden: 'runs',
    claim: 'DPM++, the memory',
  },
] satisfies Mutant[]
