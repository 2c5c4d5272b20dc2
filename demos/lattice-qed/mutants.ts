// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

const H = 'src/domains/gauge/hamiltonian.ts'

export default [
  {
    breaks: 'fermions forget their sign',
    file: H,
    find: 'between % 2 === 0 ? 1 : -1',
    put: '1',
    golden: 'systems',
    claim: 'Fermions and field on 3 × 2 sites',
  },
  {
    breaks: 'a link costs a whole unit of g_e²',
    file: H,
    find: '(ge2 / 2) * electric',
    put: 'ge2 * electric',
    golden: 'plaquette',
    claim: 'Without hopping the string of three links costs',
  },
  {
    breaks: 'a hop on the upper row leaves the loop below as it was',
    file: H,
    find: 'here[below * (columns - 1) + x]! -= raise',
    put: 'here[below * (columns - 1) + x]! -= 0 * raise',
    golden: 'string_breaking',
    claim: 'With t = 0.3 and m = 0.7',
  },
  {
    breaks: 'the tree forgets the charges of the upper row',
    file: 'src/domains/gauge/lattice.ts',
    find: 'if (y > 0) flux[upright',
    put: 'if (y > 1) flux[upright',
    golden: 'gauss_fraction',
    claim: 'Of 501 samples',
  },
  {
    breaks: 'widths of loops do not learn',
    file: 'src/domains/gauge/loopFlow.ts',
    find: 'pull * slopes[at + 1]!',
    put: '0 * pull * slopes[at + 1]!',
    golden: 'plaquette',
    claim: 'The flow, without a cut-off',
  },
] satisfies Mutant[]
