import { correct, correctionOf, misfit, renoise } from '@/domains/diffusion/decomposed'
import { linearAlphaBars, strideTimes } from '@/domains/diffusion/schedule'
import { denoise, posteriorOf, type TemplatePrior, templatePrior } from '@/domains/diffusion/templatePrior'
import { binsOf, denseOperator, type LinearOperator, radonOperator } from '@/domains/imaging/operators'
import { cgState, conjugateGradients } from '@/numerics/conjugateGradient'
import { lineBasis, lineOperator, offTangentShare } from '~demos/dds/line'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Vector = number[]
interface CgFile {
  A: Vector[]
  y: Vector
  x0: Vector
  cases: CgCase[]
}
interface CgCase {
  system: string
  /** Missing: not damped. */
  gamma?: number
  iterates: Vector[]
  residual_norms?: Vector
  /** Of the damped system, by a direct solver. */
  exact?: Vector
}
interface TweedieCase {
  t: number
  alpha_bar: number
  x: Vector
  x0: Vector
}
interface DdsRun {
  name: string
  mode?: string
  ncg?: number
  gamma?: number
  eta?: number
  T: number
  final: Vector
  first_x0: Vector
  first_xhat: Vector
  mid_x0: Vector
  mid_xhat: Vector
  data_residual_after: Vector
  times: Vector
}
interface KrylovFile {
  n: number
  blur_sigma: number
  truth: Vector
  start: Vector
  operators: {
    operator: string
    start_error: number
    runs: { m: number; off_tangent_fraction: number; error_to_truth: number }[]
  }[]
}

const ETA = 0.85 // of runs that do not say
const LEVELS = 1000
const CG_STOP = 1e-13
const RUN_STOP = 1e-5
const LINE_STOP = 1e-10

const numbers = (rows: Vector[]) => Float64Array.from(rows.flat())
const operatorOf = (rows: Vector[]): LinearOperator => denseOperator(numbers(rows), rows.length, rows[0]!.length)
const tolerance = (golden: Golden, name: string) => ({ abs: golden.constant<Record<string, number>>('tolerance')[name]! })
const priorOf = (golden: Golden): TemplatePrior => {
  const templates = golden.constant<Vector[]>('templates')
  return templatePrior(numbers(templates), templates[0]!.length)
}

/** A run with the listed noise; `at`: guess and correction of each step. */
function sampled(golden: Golden, { mode, ncg = 0, gamma = Number.POSITIVE_INFINITY, eta = ETA, T }: DdsRun) {
  const [prior, std] = [priorOf(golden), golden.constant<number>('prior_std')]
  const operator = operatorOf(golden.constant('projection_matrix'))
  const correction = correctionOf(operator, Float64Array.from(golden.constant<Vector>('y')), gamma)
  const noise = golden.constant<Vector[]>('noise')
  const [bars, times] = [linearAlphaBars(LEVELS), strideTimes(T, LEVELS)]
  const x = Float64Array.from(golden.constant<Vector>('start'))
  const found = posteriorOf(prior)
  const steps = times.map((t, k) => {
    const [guess, next] = [new Float64Array(x.length), times[k + 1]]
    denoise(prior, std, bars[t]!, x, guess, found)
    const corrected = guess.slice()
    if (mode !== 'none') correct(correction, corrected, ncg, RUN_STOP)
    if (next === undefined || next === 0) x.set(corrected)
    else renoise(x, guess, corrected, Float64Array.from(noise[k]!), bars[t]!, bars[next]!, eta)
    return { guess, corrected, misfit: misfit(correction, corrected, correction.seen) }
  })
  return { x, times, steps }
}

testGolden('dds', {
  constants: ['slug', 'how', 'tolerance', 'templates', 'prior_std', 'projection_matrix', 'y', 'truth', 'start', 'noise'],
  tolerances: {
    cg: 1e-9,
    alpha_bar: 1e-10,
    tweedie: 1e-10,
    dds_runs: 1e-7,
    krylov: 1e-10,
    radon_4x4_3views: 1e-10,
    others: 1e-6,
  },
  unread: {
    'noise.8.*': 'no noise is added where the next time is 0',
    'noise.9.*': 'nor after the last step',
    'dds_runs.*.ncg': 'sums of rows and columns have two eigenvalues besides 0: more than two CG steps change nothing',
    'krylov.operators.0.runs.3.m': 'the blur has five eigenvalues: the fifth step is the last',
    'krylov.operators.1.runs.*.m': 'samples have one eigenvalue besides 0: the first step is the last',
  },
  sections: {
    cg(content, golden) {
      const { A, y, x0, cases } = content as CgFile
      const operator = operatorOf(A)
      for (const [name, { system, gamma, iterates, residual_norms, exact }] of casesOf<CgCase>(cases)) {
        it(`${name}: ${system}, γ = ${gamma ?? '∞'}`, () => {
          const correction = correctionOf(operator, Float64Array.from(y), gamma ?? Number.POSITIVE_INFINITY)
          const most = iterates.length - 1
          const norms = new Float64Array(most + 1)
          const found = iterates.map((_, steps) => {
            const x = Float64Array.from(x0)
            correct(correction, x, steps, CG_STOP, norms)
            return x
          })
          expectNear(found, iterates, tolerance(golden, 'cg_abs'), 'iterates')
          if (residual_norms) expectNear(norms, residual_norms, tolerance(golden, 'cg_abs'), 'residuals')
          if (exact) expectNear(found.at(-1), exact, tolerance(golden, 'cg_abs'), 'direct solution')
        })
      }
    },

    alpha_bar(content) {
      const bars = linearAlphaBars(LEVELS)
      for (const [t, value] of casesOf<number>(content)) it(`ᾱ at ${t}`, () => expectNear(bars[Number(t)], value, { abs: 1e-12 }))
    },

    tweedie(content, golden) {
      const prior = priorOf(golden)
      const bars = linearAlphaBars(LEVELS)
      for (const [name, { t, alpha_bar, x, x0 }] of casesOf<TweedieCase>(content)) {
        it(`${name}: t = ${t}`, () => {
          const out = new Float64Array(x.length)
          const given = Float64Array.from(x)
          denoise(prior, golden.constant('prior_std'), bars[t]!, given, out, posteriorOf(prior))
          expectNear(bars[t], alpha_bar, { abs: 1e-12 }, 'ᾱ')
          expectNear(out, x0, tolerance(golden, 'tweedie_abs'), 'x̂₀')
        })
      }
    },

    dds_runs(content, golden) {
      const within = tolerance(golden, 'dds_abs')
      it('the measurements are those of the truth', () => {
        const operator = operatorOf(golden.constant('projection_matrix'))
        const seen = new Float64Array(operator.rows)
        operator.apply(Float64Array.from(golden.constant<Vector>('truth')), seen)
        expectNear(seen, golden.constant<Vector>('y'), { abs: 1e-9 })
      })
      for (const [name, run] of casesOf<DdsRun>(content)) {
        it(`${name}: ${run.name}`, () => {
          const { x, times, steps } = sampled(golden, run)
          const middle = steps[Math.floor(times.length / 2)]!
          expectNear(times, run.times, within, 'times')
          expectNear(steps[0]!.guess, run.first_x0, within, 'first guess')
          expectNear(steps[0]!.corrected, run.first_xhat, within, 'first correction')
          expectNear(middle.guess, run.mid_x0, within, 'middle guess')
          expectNear(middle.corrected, run.mid_xhat, within, 'middle correction')
          expectNear(x, run.final, within, 'end')
          expectNear(
            steps.map((step) => step.misfit),
            run.data_residual_after,
            within,
            'data residuals',
          )
        })
      }
    },

    krylov(content, golden) {
      const { n, blur_sigma, truth, start, operators } = content as KrylovFile
      const basis = lineBasis(n)
      const within = tolerance(golden, 'krylov_abs')
      const [goal, from] = [Float64Array.from(truth), Float64Array.from(start)]
      for (const { operator: name, start_error, runs } of operators) {
        const operator = lineOperator(name === 'blur' ? 'blur' : 'third', n, blur_sigma)
        const measured = new Float64Array(operator.rows)
        operator.apply(goal, measured)
        const { system, back } = correctionOf(operator, measured, Number.POSITIVE_INFINITY)
        const distance = (x: Float64Array) => Math.hypot(...x.map((v, i) => v - goal[i]!))
        it(`${name}: where it begins`, () => expectNear(distance(from), start_error, within))
        for (const { m, off_tangent_fraction, error_to_truth } of runs)
          it(`${name}: ${m} steps`, () => {
            const x = from.slice()
            conjugateGradients(system, back, x, m, LINE_STOP, cgState(n))
            expectNear(offTangentShare(basis, from, x), off_tangent_fraction, within, 'off the tangent')
            expectNear(distance(x), error_to_truth, within, 'error')
          })
      }
    },

    radon_4x4_3views(content) {
      const matrix = content as Vector[]
      const n = Math.round(Math.sqrt(matrix[0]!.length))
      const operator = radonOperator(n, matrix.length / binsOf(n))
      it('the projection of each pixel', () => {
        for (let pixel = 0; pixel < n * n; pixel++) {
          const [unit, column] = [new Float64Array(n * n), new Float64Array(operator.rows)]
          unit[pixel] = 1
          operator.apply(unit, column)
          expectNear(
            column,
            matrix.map((row) => row[pixel]!),
            { abs: 1e-12 },
            `pixel ${pixel}`,
          )
        }
      })
    },
  },
})
