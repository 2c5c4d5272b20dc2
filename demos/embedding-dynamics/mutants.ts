// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

const FORCES = 'src/domains/embeddings/forces.ts'
const KICKS = 'src/domains/embeddings/kicks.ts'

export default [
  {
    breaks: 'spreading pulls together',
    file: FORCES,
    find: 'gradients[2][at + j] = -scale * turn',
    put: 'gradients[2][at + j] = scale * turn',
    golden: 'cases',
    claim: 'Spreading alone makes',
  },
  {
    breaks: 'attraction forgets that middles are normalised',
    file: FORCES,
    find: 'for (const of of [0, 2] as const) throughCentroids(workspace, gradients[of])',
    put: 'throughCentroids(workspace, gradients[2])',
    golden: 'cases',
  },
  {
    breaks: 'the slow copy is the network itself',
    file: FORCES,
    find: 'slow[i] = momentum * slow[i]! + (1 - momentum) * fast[i]!',
    put: 'slow[i] = fast[i]!',
    golden: 'cases',
    claim: 'With a long delay',
  },
  {
    breaks: 'kicks have a part along the radius',
    file: KICKS,
    find: '- a * (kick[of + j]! - pushed * old)',
    put: '- a * kick[of + j]!',
    golden: 'brownian_walk',
  },
  {
    breaks: 'springs pull twice as much',
    file: KICKS,
    find: 'stiffness * (anchor[from + j]! - held * old)',
    put: '2 * stiffness * (anchor[from + j]! - held * old)',
    claim: 'Kicks of length 0.1',
  },
] satisfies Mutant[]
