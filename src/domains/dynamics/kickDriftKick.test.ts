import { expect, it } from 'vitest'
import { runGaussRadau, startGaussRadau } from './gaussRadau'
import { runHermite, startHermite } from './hermite'
import { kickDriftKick } from './kickDriftKick'
import { runLeapfrog, startLeapfrog } from './leapfrog'
import { centre, separation } from './nbody'
import { figureEight, pythagorean } from './nbodySystems'

const ran = (mu: number, t: number) => {
  const run = startHermite(figureEight())
  runHermite(run, { kind: 'hmm', mu }, t, Number.POSITIVE_INFINITY, kickDriftKick)
  return run
}

it('is the leapfrog where steps are equal', () => {
  const plain = startLeapfrog(figureEight())
  runLeapfrog(plain, 0.01, 2)
  const own = startHermite(figureEight())
  const steps = runHermite(own, { kind: 'fixed', step: 0.01 }, 2, Number.POSITIVE_INFINITY, kickDriftKick)
  expect(steps).toBe(plain.steps)
  expect(separation(own.positions, plain.positions)).toBeLessThan(1e-13)
})

it('is of second order in μ', () => {
  const truth = startGaussRadau(figureEight())
  runGaussRadau(truth, 2)
  const error = (mu: number) => separation(ran(mu, 2).positions, truth.positions)
  expect(Math.log2(error(0.02) / error(0.01))).toBeCloseTo(2, 0)
})

it('keeps the centre of mass, through an encounter too', () => {
  const run = startHermite(pythagorean())
  runHermite(run, { kind: 'hmm', mu: 0.01 }, 3, Number.POSITIVE_INFINITY, kickDriftKick)
  for (const part of [...centre(run.masses, run.positions), ...centre(run.masses, run.velocities)]) {
    expect(Math.abs(part)).toBeLessThan(1e-12)
  }
})
