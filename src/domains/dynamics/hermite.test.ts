import { describe, expect, it } from 'vitest'
import { runGaussRadau, startGaussRadau } from './gaussRadau'
import { type Hermite, restart, runHermite, type StepRule, startHermite, timeOf } from './hermite'
import { type Bodies, bodiesOf, energy, PAIRS, separation } from './nbody'
import { FIGURE_EIGHT_PERIOD, figureEight, LAGRANGE_PERIOD, lagrange, pythagorean } from './nbodySystems'

function ran(bodies: Bodies, rule: StepRule, t: number): Hermite {
  const run = startHermite(bodies)
  runHermite(run, rule, t)
  return run
}
function exact(bodies: Bodies, t: number): Float64Array {
  const run = startGaussRadau(bodies)
  runGaussRadau(run, t)
  return run.positions
}

it('is of fourth order with equal steps', () => {
  const truth = exact(figureEight(), 2)
  const errors = [0.02, 0.01, 0.005].map((step) => separation(ran(figureEight(), { kind: 'fixed', step }, 2).positions, truth))
  for (const k of [0, 1]) {
    expect(errors[k]! / errors[k + 1]!).toBeGreaterThan(14)
    expect(errors[k]! / errors[k + 1]!).toBeLessThan(18)
  }
})

it('is of fourth order in η^½ by the rule of Aarseth', () => {
  const truth = exact(figureEight(), 2)
  const errors = [0.04, 0.01].map((eta) => separation(ran(figureEight(), { kind: 'aarseth', eta }, 2).positions, truth))
  expect(Math.log2(errors[0]! / errors[1]!)).toBeGreaterThan(3.5)
})

it('brings the figure eight back', () => {
  const run = ran(figureEight(), { kind: 'hmm', mu: 0.003 }, FIGURE_EIGHT_PERIOD)
  expect(separation(run.positions, figureEight().positions)).toBeLessThan(1e-7)
})

it('keeps the triangle of Lagrange equilateral, and brings it back', () => {
  const run = ran(lagrange(), { kind: 'hmm', mu: 0.003 }, LAGRANGE_PERIOD)
  const sides = PAIRS.map(([i, j]) =>
    Math.hypot(run.positions[2 * i]! - run.positions[2 * j]!, run.positions[2 * i + 1]! - run.positions[2 * j + 1]!),
  )
  expect(Math.max(...sides) - Math.min(...sides)).toBeLessThan(1e-11)
  expect(separation(run.positions, lagrange().positions)).toBeLessThan(1e-9)
})

describe('the Pythagorean problem', () => {
  it('at t = 10 is exact to 1e-6 with μ = 0.01', () => {
    expect(separation(ran(pythagorean(), { kind: 'hmm', mu: 0.01 }, 10).positions, exact(pythagorean(), 10))).toBeLessThan(1e-6)
  })
  it('survives 1871 steps at μ = 0.03, and not 10 001 equal ones', () => {
    expect(ran(pythagorean(), { kind: 'hmm', mu: 0.03 }, 10).steps).toBe(1871)
    const thrown = ran(pythagorean(), { kind: 'fixed', step: 1e-3 }, 10)
    expect(thrown.steps).toBe(10_001)
    expect(Math.abs(energy(thrown) / energy(pythagorean()) - 1)).toBeGreaterThan(10)
  })
  it('goes back when velocities are turned round at t = 5', () => {
    const run = ran(pythagorean(), { kind: 'hmm', mu: 0.005 }, 5)
    for (let i = 0; i < 6; i++) run.velocities[i] = -run.velocities[i]!
    restart(run)
    runHermite(run, { kind: 'hmm', mu: 0.005 }, 10)
    expect(separation(run.positions, pythagorean().positions)).toBeLessThan(1e-7)
  })
})

it('brings two bodies round their Kepler ellipse while a third of no mass is far away', () => {
  const start = bodiesOf([1, 1, 0], [0.5, 0, -0.5, 0, 1000, 0], [0, 0.6, 0, -0.6, 0, 0])
  const axis = 1 / (2 - 1.2 ** 2 / 2) // vis-viva with r = 1, v = 1.2, total mass 2
  const run = ran(start, { kind: 'hmm', mu: 0.003 }, 2 * Math.PI * Math.sqrt(axis ** 3 / 2))
  expect(separation(run.positions.subarray(0, 4), start.positions.subarray(0, 4))).toBeLessThan(1e-9)
})

it('stops at the cap while two bodies fall into each other', () => {
  const run = startHermite(bodiesOf([1, 1, 0], [0.5, 0, -0.5, 0, 1000, 0], [0, 0, 0, 0, 0, 0]))
  expect(runHermite(run, { kind: 'hmm', mu: 0.01 }, 10, 5000)).toBe(5000)
  expect(timeOf(run)).toBeLessThan(1)
})
