// What the demo shows of each system: counts, charts and words must agree with the mathematics.
import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { expect, it } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { overlap } from '@/domains/operators/adversary'
import { catResidual, waves } from '@/domains/operators/catMap'
import { edmd, type Koopman, leastResidual, prober, residual } from '@/domains/operators/koopman'
import { gridPoint } from '@/domains/operators/spectrumSearch'
import { eigenOf } from '@/numerics/eigen'
import { stream, uniform } from '@/numerics/random'
import { lastNumbers, python, runPrograms } from '../../tests/support/python'
import { learned } from './learned'
import { catByMatrix, catOperator, freshResiduals, isometryError, rotationFromData } from './measures'
import { type Params, params } from './model'
import { adversaryOf, framesOf, iterates, LOOKS, pairsAt } from './params'
import { learnedBest, wavesBest } from './probe'
import { searched } from './searched'
import { sizes } from './sizes'
import { snippet } from './snippet'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

function whole<M>(work: Generator<unknown, M, void>): M {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
const learnedOperator = (p: Params): Koopman => whole(learned.compute(p)).koopman!
const searchedFor = (p: Params) => whole(searched.compute(p, { learned: whole(learned.compute(p)) }))

it('cat map: the explicit matrix is nilpotent, and its τ is the closed form', () => {
  const { size, a } = catOperator(3)
  expect(size).toBe(waves(3) - 1)
  const { re, im } = eigenOf(a, size)
  let power = a
  for (let k = 0; k < 6; k++) power = product(power, power, size)
  expect(Math.max(...power)).toBe(0)
  // a chain of four is a Jordan block: rounding moves its zeros by at most the fourth root of 1e-16
  expect(Math.max(...re.map((x, k) => Math.hypot(x, im[k]!)))).toBeLessThan(1e-4)
  expect(catByMatrix(3, 0.5, 0)).toBeCloseTo(0.664066, 6)
  expect(catByMatrix(3, 0.6, 0.8)).toBeCloseTo(0.618034, 6)
  for (const [x, y] of [
    [0.5, 0],
    [0.6, 0.8],
    [-0.2, 0.3],
    [0.4, -1.1],
  ] as const) {
    expect(Math.abs(catByMatrix(3, x, y) - catResidual(3, Math.hypot(x, y)))).toBeLessThan(1e-12)
  }
})
function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      const value = a[i * size + k]!
      if (value !== 0) for (let j = 0; j < size; j++) out[i * size + j]! += value * b[k * size + j]!
    }
  return out
}

it('rotation: data give all eigenvalues, with residual 0 and modulus 1', () => {
  const { residual, missing } = rotationFromData({ alpha: 0.618033988749895, beta: 0.414213562373095 }, 2, 400)
  expect(residual).toBeLessThan(1e-12)
  expect(missing).toBeLessThan(1e-12)
})

it('Duffing: depth is error, for every draw in the middle and for the draw on show to 0.03', () => {
  expect(isometryError(learnedOperator(with_({})))).toBeLessThan(0.03)
  for (const seed of [2, 3]) {
    const { re, im, residual } = edmd(learnedOperator(with_({ seed })))
    const errors = residual.map((r, k) => Math.abs(r * r - 1 + re[k]! ** 2 + im[k]! ** 2)).toSorted()
    expect(errors[25]).toBeLessThan(0.013)
    expect(errors.at(-1)).toBeLessThan(0.13)
  }
})

it('Duffing, 15 000 pairs: EDMD errs by more than 0.8, the spectrum algorithm by less than 0.2', () => {
  const p = with_({ M: 15_000 })
  expect(Math.max(...freshResiduals(p, learnedOperator(p)))).toBeGreaterThan(0.8)
  expect(searchedFor(p).found!.worst).toBeLessThan(0.1)
})

/** The smallest singular value of [A - z; S], as a real matrix. */
function bySvd({ size, a, s }: Koopman, re: number, im: number): number {
  const matrix = Matrix.zeros(4 * size, 2 * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      for (const half of [0, size]) {
        matrix.set(i + 2 * half, j + half, a[i * size + j]! - (i === j ? re : 0))
        matrix.set(size + i + 2 * half, j + half, s[i * size + j]!)
      }
    }
    matrix.set(i, i + size, im)
    matrix.set(2 * size + i, i, -im)
  }
  return Math.min(...new SingularValueDecomposition(matrix).diagonal)
}

it.each([
  { N: 20, seed: 1 }, // at (0.55, 0.35) two singular values are close together: 0.390 is the smaller one
  { N: 8, M: 2000, dt: 0.25, seed: 2 },
])('Duffing, $N functions: τ is the smallest singular value, and the function that is drawn has it', (changes) => {
  const operator = learnedOperator(with_(changes))
  const probe = prober(operator)
  const random = stream(3, 'places')
  const places = Array.from({ length: 40 }, () => [3 * uniform(random) - 1.5, 1.5 * uniform(random)] as const)
  for (const [re, im] of [[0.55, 0.35] as const, ...places]) {
    const tau = leastResidual(probe, re, im)
    expect(Math.abs(tau - bySvd(operator, re, im)), `z = ${re} + ${im}i`).toBeLessThan(1e-10)
    expect(residual(operator, re, im, probe.workspace.vectorRe, probe.workspace.vectorIm)).toBe(tau)
  }
})

it('the map: spectra at every look, then contours, then points near the circle with the residual that they claim', () => {
  const p = with_({ N: 25, M: 3000 })
  const last = whole(learned.compute(p))
  expect(last.spectra).toHaveLength(LOOKS)
  expect(last.spectra.at(-1)!.residual).toEqual(edmd(learnedOperator(p)).residual)
  const { tau, found } = searchedFor(p)
  const { grid, values } = tau!
  expect([grid.columns, grid.rows]).toEqual([61, 31])
  for (const [x, y] of found!.points) expect(Math.abs(Math.hypot(x, y) - 1)).toBeLessThan(0.1)
  expect(found!.worst).toBeLessThan(0.1)
  // the function drawn at z has the residual that the contours show there
  for (const index of [0, 700, 1500]) {
    expect(learnedBest(last, gridPoint(grid, index))!.tau).toBe(values[index])
  }
})

it('damped: the algorithm goes by τ alone', () => {
  const { tau: field, found } = searchedFor(with_({ N: 25, M: 2000, gamma: 0.5 }))
  expect(found!.points.length).toBeGreaterThan(0)
  const { grid, values } = field!
  const tau = found!.points.map(
    ([x, y]) => values.find((_, k) => Math.hypot(gridPoint(grid, k)[0] - x, gridPoint(grid, k)[1] - y) < 1e-9)!,
  )
  expect(found!.worst).toBe(Math.max(...tau))
})

it('the map of sizes counts every dictionary', () => {
  const last = whole(sizes.compute(with_({ M: 500, chart: 'size' })))
  expect(last.map(({ value, ends }) => [value, ends[0]?.length])).toEqual(last.map(({ value }) => [value, value]))
})

it('time on the torus runs from 0 to T without a step back', () => {
  for (const T of [10, 240, 241, 1000, 1_000_000]) {
    const p = with_({ system: 'torus', T })
    const all = Array.from({ length: framesOf(p) + 1 }, (_, step) => iterates(step, p))
    expect([all[0], all.at(-1)]).toEqual([0, T])
    for (let k = 1; k < all.length; k++) expect(all[k]).toBeGreaterThan(all[k - 1]!)
  }
  expect([pairsAt(0, 10_000), pairsAt(LOOKS - 1, 10_000)]).toEqual([500, 10_000])
})

it('who moves last decides', () => {
  for (const T of [10, 1000, 30_000, 1_000_000]) {
    const p = with_({ system: 'torus', T, order: 'adversary' })
    expect(overlap(adversaryOf(p), T)).toBeGreaterThan(0.99)
    expect(adversaryOf({ ...p, order: 'learner' }).q).toBe(113)
  }
})

it('waves at z: the nearest wave of the rotation, the chain of the cat map', () => {
  const z: Point = [0.9, 0.3]
  const rotation = wavesBest(with_({ system: 'rotation', z }), 4)
  expect(rotation.waves).toHaveLength(1)
  const [k, l] = rotation.waves[0]!
  const angle = 2 * Math.PI * (k * (Math.PI - 3) + l * 0.2)
  expect(Math.hypot(Math.cos(angle) - 0.9, Math.sin(angle) - 0.3)).toBeCloseTo(rotation.tau, 12)
  expect(wavesBest(with_({ system: 'cat', z }), 4).waves).toHaveLength(4)
})

/** Mean, and the variance of the mean. */
function momentsOf(values: readonly number[]): [mean: number, variance: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length]
}

it('Duffing: on average over draws the snippet finds τ and the trusted eigenvalues of the page', () => {
  if (python === undefined) return // npm test reports it
  const draws = Array.from({ length: 8 }, (_, k) => with_({ N: 20, M: 1000, seed: 20 + k, epsilon: 0.4 }))
  const step = LOOKS - 1
  const theirs = runPrograms(draws.map((p) => ({ code: snippet.code(p, step), runs: true }))).map(lastNumbers)
  const ours = draws.map((p) => {
    const koopman = learnedOperator(p)
    return [leastResidual(prober(koopman), ...p.z), edmd(koopman).residual.filter((res) => res < p.epsilon).length]
  })
  for (const k of [0, 1]) {
    const [[mean, a], [expected, b]] = [momentsOf(theirs.map((row) => row[k]!)), momentsOf(ours.map((row) => row[k]!))]
    expect(Math.abs(mean - expected), `${mean} ± ${Math.sqrt(a)}, ${expected} ± ${Math.sqrt(b)}`).toBeLessThan(
      4 * Math.sqrt(a + b),
    )
  }
})
