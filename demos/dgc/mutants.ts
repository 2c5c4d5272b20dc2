// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'an entry that is sent keeps its momentum',
    file: 'src/domains/optim/sparse.ts',
    find: 'if (chosen[i] && scheme.masks) u[i] = 0',
    put: '',
    golden: 'runs',
    claim: 'DGC, masking too',
  },
  {
    breaks: 'what is sent stays in the account',
    file: 'src/domains/optim/sparse.ts',
    find: 'if (chosen[i] || !scheme.banks) v[i] = 0',
    put: 'if (!scheme.banks) v[i] = 0',
    golden: 'runs',
    claim: 'Nothing is lost',
  },
  {
    breaks: 'the server adds momentum on top of that of the workers',
    file: 'demos/dgc/race.ts',
    find: 'if (!scheme.corrects) addMomentum',
    put: 'addMomentum',
    golden: 'runs',
    claim: 'Where all is sent, momentum correction',
  },
] satisfies Mutant[]
