import { chooseLargest, SCHEMES, type SchemeName } from '@/domains/optim/sparse'
import { advance, startRunner } from '~demos/dgc/race'
import { casesOf, expectNear, type Golden, it, kept, numbersIn, testGolden } from './load'

interface Run {
  variant: string
  k: number
  options: { clip?: number; nest?: boolean }
  W: number[][]
  values_sent: number
}

const VARIANTS: Readonly<Record<string, SchemeName>> = {
  dense: 'dense',
  drop: 'drop',
  accum: 'accumulate',
  mc: 'correction',
  dgc: 'dgc',
}

/** The weights at the start and after each step, and how many values were sent. */
function trajectory(golden: Golden, { variant, k, options }: Pick<Run, 'variant' | 'k' | 'options'>) {
  const noise = golden.constant<number[][][]>('noise')
  const problem = {
    slopes: Float64Array.from(golden.constant<number[]>('lam')),
    target: Float64Array.from(golden.constant<number[]>('w_star')),
  }
  const settings = {
    rate: golden.constant<number>('lr'),
    beta: golden.constant<number>('momentum'),
    ahead: options.nest ?? false,
    clip: options.clip ?? 0,
  }
  const runner = startRunner(problem, golden.constant<number>('N'))
  const work = new Float64Array(problem.slopes.length)
  const places = [Array.from(runner.weights)]
  for (let t = 0; t < golden.constant<number>('T'); t++) {
    advance(runner, problem, SCHEMES[VARIANTS[variant]!], settings, noise[t]!.flat(), (values, chosen) =>
      chooseLargest(values, k, chosen, work),
    )
    places.push(Array.from(runner.weights))
  }
  return { places, sent: runner.values }
}

testGolden('dgc', {
  constants: ['how', 'tolerance', 'lr', 'momentum', 'N', 'T', 'lam', 'w_star', 'noise'],
  tolerances: { others: 1e-12 },
  sections: {
    runs(content, golden) {
      const [abs] = numbersIn(golden.constant<string>('tolerance'))
      const inputs = ['lr', 'momentum', 'N', 'T', 'lam', 'w_star', 'noise'].map((name) => golden.constant(name))
      for (const [name, run] of casesOf<Run>(content)) {
        const { variant, k, options } = run
        it(`${name}: ${variant} with k = ${k} ${JSON.stringify(options)}`, () => {
          const { places, sent } = kept([variant, k, options, inputs], () => trajectory(golden, run))
          expectNear(places, run.W, { abs: abs! }, 'weights')
          expectNear(sent, run.values_sent, {}, 'values sent')
          expectNear(golden.constant<number>('T') * golden.constant<number>('N') * k, run.values_sent, {}, 'T N k')
        })
      }
    },
  },
})
