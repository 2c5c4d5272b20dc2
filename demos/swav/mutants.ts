// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'stars get no fair shares',
    file: 'src/domains/nets/sinkhorn.ts',
    find: 'const scale = prototypes * sum\n',
    put: 'const scale = prototypes\n',
    golden: 'sinkhorn',
    claim: 'With fair shares all six stars',
  },
] satisfies Mutant[]
