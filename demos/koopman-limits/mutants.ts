// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the adversary’s overlap falls half as fast',
    file: 'src/domains/operators/adversary.ts',
    find: '=> 4 * Math.PI * a * Math.sin',
    put: '=> 2 * Math.PI * a * Math.sin',
    golden: 'adversary',
  },
  {
    breaks: 'the change of the map is called a percent smaller',
    file: 'src/domains/operators/adversary.ts',
    find: '=> 2 * m.a * Math.abs',
    put: '=> 1.98 * m.a * Math.abs',
    golden: 'adversary',
    claim: 'The adversary changes the map',
  },
  {
    breaks: 'a chain of the cat map counts as one wave longer',
    file: 'src/domains/operators/catMap.ts',
    find: 'return Math.sqrt(1 + modulus * modulus - 2 * modulus * Math.cos(Math.PI / (length + 1)))',
    put: 'return Math.sqrt(1 + modulus * modulus - 2 * modulus * Math.cos(Math.PI / (length + 2)))',
    golden: 'cat_map',
  },
] satisfies Mutant[]
