// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the sampler adds a tenth too much noise',
    file: 'src/domains/diffusion/interpolantSampler.ts',
    find: '  for (let i = 0; i < x.length; i++) x[i]! += amount * noise[i]!\n  driftOf',
    put: '  for (let i = 0; i < x.length; i++) x[i]! += 1.1 * amount * noise[i]!\n  driftOf',
    claim: 'The same holds for the SDE',
  },
  {
    breaks: 'the score of a line is a percent too large',
    file: 'src/domains/diffusion/interpolantFields.ts',
    find: 'score[at] = s / sum',
    put: 'score[at] = (1.01 * s) / sum',
    golden: 'fields',
  },
] satisfies Mutant[]
