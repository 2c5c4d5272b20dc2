// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'Adam’s mean takes the whole slope',
    file: 'src/domains/optim/experts.ts',
    find: '(1 - beta1) * g',
    put: 'g',
    golden: 'runs',
    claim: 'In its first layer Adam',
  },
  {
    breaks: 'the weights of those who are asked do not add up to 1',
    file: 'src/domains/optim/experts.ts',
    find: 'sum += weights[rank]!',
    put: 'sum += 1',
    golden: 'runs',
    claim: 'With two experts asked',
  },
  {
    breaks: 'layers forget',
    file: 'demos/momentum-smoe/model.ts',
    find: 'momentum: tuned(heavyBall, { rate, beta })',
    put: 'momentum: tuned(heavyBall, { rate, beta: beta * 0 })',
    claim: 'With μ = 0.5',
  },
] satisfies Mutant[]
