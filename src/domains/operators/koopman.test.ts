import { expect, it } from 'vitest'
import { fillNormal, stream, uniform } from '@/numerics/random'
import { emptyTriangle } from '@/numerics/stackedQr'
import { duffingFlow, radialFor, snapshots, watch } from './duffing'
import { edmd, koopmanOf, koopmanOfTables, leastResidual, prober, residualsOn } from './koopman'
import { learned } from './learning'
import { complexGrid, distances, gridPoint, spectrumSearch } from './spectrumSearch'

const oscillator = { dt: 0.3, gamma: 0 }
const dictionary = radialFor(oscillator, 5, 20)
const operator = koopmanOf(learned(oscillator, 5, dictionary, 2000))

it('a linear map watched by its coordinates: eigenvalues of the map, residual 0', () => {
  const x = new Float64Array(200)
  fillNormal(stream(1, 'linear'), x)
  const y = x.map((_, k) => (k % 2 === 0 ? 0.8 * x[k]! - 0.5 * x[k + 1]! : 0.5 * x[k - 1]! + 0.6 * x[k]!))
  const { re, im, residual } = edmd(koopmanOfTables(x, y, 2))
  const turn = Math.sqrt(0.25 - 0.01) // λ = 0.7 ± i √(0.5² - 0.1²)
  for (const k of [0, 1]) {
    expect(re[k]).toBeCloseTo(0.7, 13)
    expect(Math.abs(im[k]!)).toBeCloseTo(turn, 13)
    expect(residual[k]).toBeLessThan(1e-13)
  }
})

it('τ is at most the residual of each eigenpair, and Lipschitz with constant 1', () => {
  const probe = prober(operator)
  const spectrum = edmd(operator)
  for (const [k, re] of spectrum.re.entries()) {
    expect(leastResidual(probe, re, spectrum.im[k]!)).toBeLessThanOrEqual(spectrum.residual[k]! * (1 + 1e-8))
  }
  const random = stream(2, 'places')
  for (let pair = 0; pair < 60; pair++) {
    const [a, b, c, d] = Array.from({ length: 4 }, () => 3 * uniform(random) - 1.5) as [number, number, number, number]
    const [here, there] = [leastResidual(probe, a, b), leastResidual(probe, c, d)]
    expect(Math.abs(here - there)).toBeLessThanOrEqual(Math.hypot(a - c, b - d) + 1e-8)
  }
})

it('τ is symmetric for real data, and does not depend on what was asked before', () => {
  const probe = prober(operator)
  const here = leastResidual(probe, 0.3, 0.7)
  expect(leastResidual(probe, 0.3, -0.7)).toBeCloseTo(here, 12)
  leastResidual(probe, -1, 0)
  expect(leastResidual(probe, 0.3, 0.7)).toBe(here)
})

it('a function that is a combination of others is left out, and changes nothing', () => {
  const table = (states: Float64Array, extra: boolean) => {
    const width = extra ? 4 : 3
    const values = new Float64Array((states.length / 2) * width)
    for (let m = 0; m < states.length / 2; m++) {
      const [a, b] = [states[2 * m]!, states[2 * m + 1]!]
      const row = extra ? [a, b, 2 * a - b, a * b] : [a, b, a * b]
      values.set(row, m * width)
    }
    return values
  }
  const x = new Float64Array(400)
  fillNormal(stream(4, 'dependent'), x)
  const y = x.map((v) => Math.sin(v))
  const [three, four] = [false, true].map((extra) => koopmanOfTables(table(x, extra), table(y, extra), extra ? 4 : 3))
  expect(four!.kept).toEqual([0, 1, 3])
  expect(leastResidual(prober(four!), 0.4, 0.2)).toBeCloseTo(leastResidual(prober(three!), 0.4, 0.2), 10)
})

it('residuals on the very data of training are those of training', () => {
  const triangle = learned(oscillator, 5, dictionary, 2000)
  const fresh = residualsOn(triangle, operator)
  const { residual } = edmd(operator)
  for (const [k, r] of residual.entries()) expect(fresh[k]).toBeCloseTo(r, 9)
})

it('blocks of the stream hold the pairs that one by one would give', () => {
  const next = snapshots(oscillator, 5, 'training')
  const [x, y] = [new Float64Array(2), new Float64Array(2)]
  const [px, py] = [new Float64Array(250 * 20), new Float64Array(250 * 20)]
  for (let m = 0; m < 250; m++) {
    next(x, y)
    watch(dictionary, x, px, m * 20, 1)
    watch(dictionary, y, py, m * 20, 1)
  }
  const whole = koopmanOfTables(px, py, 20)
  const streamed = koopmanOf(learned(oscillator, 5, dictionary, 250, { triangle: emptyTriangle(40) }))
  for (const [k, value] of whole.a.entries()) expect(streamed.a[k]).toBeCloseTo(value, 8)
})

it('the flow keeps energy without damping, and loses it with', () => {
  const energy = ([x, v]: Float64Array) => v! ** 2 / 2 - x! ** 2 / 2 + x! ** 4 / 4
  const state = Float64Array.of(1.9, -1.8)
  const before = energy(state)
  duffingFlow({ dt: 1, gamma: 0 })(state)
  expect(Math.abs(energy(state) - before)).toBeLessThan(2e-6)
  duffingFlow({ dt: 1, gamma: 0.3 })(state)
  expect(energy(state)).toBeLessThan(before - 0.1)
})

it('the spectrum algorithm finds a spectrum whose distance it is given', () => {
  const grid = complexGrid(0.05)
  const points = [
    [1, 0],
    [0.5, 0.5],
  ] as const
  const distance = Float64Array.from({ length: grid.columns * grid.rows }, (_, index) => {
    const [x, y] = gridPoint(grid, index)
    return Math.min(...points.map(([a, b]) => Math.hypot(x - a, y - b)))
  })
  const found = spectrumSearch(grid, distance).map((index) => gridPoint(grid, index))
  expect(found).toHaveLength(2)
  for (const [a, b] of points) expect(Math.min(...found.map(([x, y]) => Math.hypot(x - a, y - b)))).toBeLessThan(1e-9)
  const onCircle = distances(grid, distance, true)
  expect(onCircle[spectrumSearch(grid, distance)[0]!]).toBeCloseTo(1 - Math.SQRT1_2, 12)
})
