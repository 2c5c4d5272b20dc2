import { describe, expect, it } from 'vitest'
import { closestApproach } from './closestApproach'
import { runDormandPrince, startDormandPrince } from './dormandPrince'
import { fineEnergy, runGaussRadau, startGaussRadau } from './gaussRadau'
import { FROM_NEWTON, NODES, TO_NEWTON } from './gaussRadauTables'
import { runLeapfrog, startLeapfrog } from './leapfrog'
import { bodiesOf, energy, separation } from './nbody'
import { FIGURE_EIGHT_PERIOD, figureEight, pythagorean } from './nbodySystems'

describe('Gauss-Radau', () => {
  it('has the roots of P₇ + P₈ as nodes', () => {
    for (const h of NODES) {
      const x = 2 * h - 1
      let [before, now] = [1, x] // P₀, P₁
      let sum = 0
      for (let n = 1; n < 8; n++) {
        sum = now
        ;[before, now] = [now, ((2 * n + 1) * x * now - n * before) / (n + 1)]
        sum += now
      }
      expect(Math.abs(sum)).toBeLessThan(1e-14)
    }
  })

  it('changes between powers and Newton polynomials and back', () => {
    for (let i = 0; i < 7; i++) {
      for (let j = 0; j < 7; j++) {
        let sum = 0
        for (let k = 0; k < 7; k++) sum += FROM_NEWTON[i * 7 + k]! * TO_NEWTON[k * 7 + j]!
        expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-14)
      }
    }
  })

  it.each([
    [10, 5e-14, 900],
    [70, 1e-12, 8000],
  ])('keeps the energy of the Pythagorean problem to t = %d', (t, within, steps) => {
    const run = startGaussRadau(pythagorean())
    const before = fineEnergy(run)
    runGaussRadau(run, t)
    expect(Math.abs(fineEnergy(run) / before - 1)).toBeLessThan(within)
    expect(Math.abs(energy(run) / before - 1)).toBeLessThan(within)
    expect(run.steps).toBeLessThan(steps)
  })

  it('goes back when velocities are turned round, through two encounters', () => {
    const run = startGaussRadau(pythagorean())
    runGaussRadau(run, 5)
    const back = startGaussRadau(
      bodiesOf(
        run.masses,
        run.positions,
        run.velocities.map((v) => -v),
      ),
    )
    runGaussRadau(back, 5)
    expect(separation(back.positions, pythagorean().positions)).toBeLessThan(1e-12)
  })

  it('stops and goes on as if it had not', () => {
    const straight = startGaussRadau(figureEight())
    const halting = startGaussRadau(figureEight())
    runGaussRadau(straight, 3)
    for (let k = 1; k <= 30; k++) runGaussRadau(halting, k / 10)
    expect(separation(straight.positions, halting.positions)).toBeLessThan(1e-14)
  })
})

it('finds the closest approach of a Kepler ellipse at its pericentre', () => {
  // From the far end, r = 1: period 2π √(a³/2), pericentre 2a - 1.
  const start = bodiesOf([1, 1, 0], [0.5, 0, -0.5, 0, 1000, 0], [0, 0.3, 0, -0.3, 0, 0])
  const axis = 1 / (2 - 0.6 ** 2 / 2)
  const found = closestApproach(start, 2)!
  expect(found.distance).toBeCloseTo(2 * axis - 1, 12)
  expect(found.time).toBeCloseTo(Math.PI * Math.sqrt(axis ** 3 / 2), 8)
  expect(found.pair).toEqual([0, 1])
})

it('leapfrog is of second order, and reversible to rounding', () => {
  const truth = startGaussRadau(figureEight())
  runGaussRadau(truth, 2)
  const error = (step: number) => {
    const run = startLeapfrog(figureEight())
    runLeapfrog(run, step, 2)
    return separation(run.positions, truth.positions)
  }
  expect(Math.log2(error(1 / 128) / error(1 / 256))).toBeCloseTo(2, 1)

  const run = startLeapfrog(figureEight())
  runLeapfrog(run, 1 / 128, FIGURE_EIGHT_PERIOD)
  const turned = bodiesOf(
    run.masses,
    run.positions,
    run.velocities.map((v) => -v),
  )
  const steps = Math.floor(FIGURE_EIGHT_PERIOD * 128)
  const back = startLeapfrog(turned)
  runLeapfrog(back, FIGURE_EIGHT_PERIOD - steps / 128, FIGURE_EIGHT_PERIOD - steps / 128) // the clipped step comes first now
  runLeapfrog(back, 1 / 128, FIGURE_EIGHT_PERIOD)
  expect(separation(back.positions, figureEight().positions)).toBeLessThan(1e-12)
})

it('Dormand-Prince has an error proportional to its tolerance, and the cost of a fifth-order scheme', () => {
  const truth = startGaussRadau(figureEight())
  runGaussRadau(truth, 2)
  const runs = [1e-6, 1e-11].map((tolerance) => {
    const run = startDormandPrince(figureEight(), tolerance)
    runDormandPrince(run, 2)
    return { error: separation(run.positions, truth.positions), steps: run.steps }
  })
  const [coarse, fine] = runs as [(typeof runs)[0], (typeof runs)[0]]
  expect(fine.error).toBeLessThan(1e-9)
  expect(Math.log(coarse.error / fine.error) / Math.log(fine.steps / coarse.steps)).toBeGreaterThan(4.5)
})

it('adaptive schemes stop at the cap while two bodies fall into each other', () => {
  const start = bodiesOf([1, 1, 0], [0.5, 0, -0.5, 0, 1000, 0], [0, 0, 0, 0, 0, 0])
  const pair = startDormandPrince(start, 1e-8)
  const radau = startGaussRadau(start)
  runDormandPrince(pair, 10, 3000)
  runGaussRadau(radau, 10, 3000)
  for (const run of [pair, radau]) expect(run.steps).toBeLessThanOrEqual(3000)
})
