// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'long features count for more',
    file: 'demos/masked-momentum-contrast/judging/protocol.ts',
    find: 'normaliseRows(features, n, d, unit)',
    put: 'unit.set(features)',
    golden: 'protocol',
    claim: 'Raw patches of one object',
  },
  {
    breaks: 'the centre of the teacher’s scores stays behind',
    file: 'demos/masked-momentum-contrast/learning/losses.ts',
    find: 'const CENTRE_KEPT = 0.9\n',
    put: 'const CENTRE_KEPT = 0.99\n',
    golden: 'losses',
  },
] satisfies Mutant[]
