import { ADAM_LAYERS, adamLayers, choose, type Mixture, startChoice, suggest } from '@/domains/optim/experts'
import { gradientDescent, heavyBall, startMemory, tuned } from '@/domains/optim/rules'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Rows = number[][]
interface Run {
  mode: 'smoe' | 'mom' | 'adam'
  top_k: number
  gamma: number
  mu: number
  kappa: number
  noise: boolean
  x: Rows
  experts: Rows
}

function upperOf([[a, b], [lower, c]]: [[number, number], [number, number]]): number[] {
  if (b !== lower) throw new Error(`a curvature is not symmetric: ${b} and ${lower}`)
  return [a, b, c]
}

function mixtureOf(golden: Golden): Mixture {
  const bias = golden.constant<number[]>('bg')
  return {
    centers: Float64Array.from(golden.constant<Rows>('mus').flat()),
    curvatures: Float64Array.from(golden.constant<[[number, number], [number, number]][]>('H').flatMap(upperOf)),
    router: Float64Array.from(golden.constant<Rows>('Wg').flatMap(([x, y], i) => [x!, y!, bias[i]!])),
  }
}

/** In the file Adam is in every layer, and μ is its β₁. */
const rulesOf = ({ gamma: rate, mu: beta, kappa: shrink }: Run) => ({
  smoe: tuned(gradientDescent, { rate }),
  mom: tuned(heavyBall, { rate, beta }),
  adam: tuned(adamLayers, { ...ADAM_LAYERS, rate, beta, beta1: beta, shrink, layers: Number.POSITIVE_INFINITY }),
})

/** Places of the token, and the experts asked in each layer, the best first. */
function walked(golden: Golden, run: Run): { x: Rows; experts: Rows } {
  const mixture = mixtureOf(golden)
  const noise = golden.constant<Rows>('noise')
  const token = Float64Array.from(golden.constant<number[]>('x0'))
  const { rule, step } = rulesOf(run)[run.mode]
  const memory = startMemory(rule, 2)
  const [slope, asked, choice] = [new Float64Array(2), new Int32Array(1), startChoice()]
  const x = [[...token]]
  const experts: Rows = []
  for (let layer = 0; layer < run.experts.length; layer++) {
    choose(mixture, run.top_k, token[0]!, token[1]!, choice)
    experts.push([...choice.experts.slice(0, run.top_k)])
    suggest(mixture, run.top_k, token, slope, asked)
    if (run.noise) for (const axis of [0, 1]) slope[axis]! += noise[layer]![axis]!
    step(token, slope, memory)
    x.push([...token])
  }
  return { x, experts }
}

testGolden('momentum-smoe', {
  constants: ['how', 'tolerance', 'mus', 'H', 'Wg', 'bg', 'x0', 'noise'],
  tolerances: { others: 1e-10 },
  sections: {
    runs(content, golden) {
      const [rel] = numbersIn(golden.constant<string>('tolerance'))
      for (const [name, run] of casesOf<Run>(content, (c) => 'mode' in c))
        it(`${name}: ${run.mode}, top ${run.top_k}, γ ${run.gamma}, μ ${run.mu}`, () => {
          const { x, experts } = walked(golden, run)
          expectNear(x, run.x, { rel, abs: rel }, 'x')
          expectNear(experts, run.experts, {}, 'experts')
        })
    },
  },
  unread: {
    ...Object.fromEntries([0, 6].map((run) => [`runs.${run}.mu`, 'SMoE has no memory'])),
    ...Object.fromEntries([0, 1, 2, 5, 6].map((run) => [`runs.${run}.kappa`, 'only layers of Adam shrink a token'])),
  },
})
