// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'cases are weighed as if the noise were larger',
    file: 'demos/video-physical-law/learners/cases.ts',
    find: '(2 * h * h)',
    put: '(8 * h * h)',
    golden: 'kernel',
    claim: 'The nearest cases do the same',
  },
  {
    breaks: 'the moved disc is compared with half of its difference',
    file: 'demos/video-physical-law/world/pixelDistance.ts',
    find: 'velocity += 4 *',
    put: 'velocity += 2 *',
    golden: 'pixel_distance',
    claim: 'And velocity 3.77',
  },
] satisfies Mutant[]
