// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the control variates take the corrected direction, not the raw gradient',
    file: 'src/domains/optim/federated.ts',
    find: 'mean[a]! += slope[a]! / local\n        const fresh = corrects ? slope[a]! - own[i * d + a]! + all[a]! : slope[a]!',
    put: 'const fresh = corrects ? slope[a]! - own[i * d + a]! + all[a]! : slope[a]!\n        mean[a]! += fresh / local',
    golden: 'runs',
    claim: 'SCAFFOLD comes to the optimum',
  },
  {
    breaks: 'momentum forgets to weaken the fresh gradient',
    file: 'src/domains/optim/federated.ts',
    find: ': beta * fresh + (1 - beta) * g[a]!',
    put: ': fresh + (1 - beta) * g[a]!',
    golden: 'runs',
    claim: 'FedAvg-M with β = 0.1',
  },
] satisfies Mutant[]
