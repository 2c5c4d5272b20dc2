import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runDormandPrince, startDormandPrince } from './dormandPrince'
import { runGaussRadau, startGaussRadau } from './gaussRadau'
import { runHermite, type StepRule, startHermite, timeScale } from './hermite'
import { runLeapfrog, startLeapfrog } from './leapfrog'
import { angularMomentum, type Bodies, bodiesOf, centre, closestPair, distanceSquared, energy, toCentre } from './nbody'
import { accelerate, accelerateMoved } from './nbodyForces'
import { FIGURE_EIGHT_PERIOD, figureEight, lagrange, pythagorean, scene } from './nbodySystems'

const real = fc.double({ min: -3, max: 3, noNaN: true })
const six = fc.array(real, { minLength: 6, maxLength: 6 })
const some = fc
  .record({ m: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 }), x: six, v: six })
  .map(({ m, x, v }) => bodiesOf(m, x, v))
  .filter(({ positions }) => distanceSquared(positions, closestPair(positions)) > 0.01)

it('accelerates down the gradient of the energy, also softened', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(0, 0.3), ({ masses, positions, velocities }, softening) => {
      const [out, moved] = [new Float64Array(6), new Float64Array(6)]
      accelerate(masses, positions, softening, out)
      for (let i = 0; i < 6; i++) {
        const at = (shift: number) => {
          const x = positions.slice()
          x[i]! += shift
          return energy({ masses, positions: x, velocities }, softening)
        }
        const slope = (8 * (at(1e-4) - at(-1e-4)) - (at(2e-4) - at(-2e-4))) / 12e-4
        expect(Math.abs(slope + masses[i >> 1]! * out[i]!)).toBeLessThan(1e-6 * (1 + Math.abs(slope)))
      }
      const [ax, ay, bx, by, cx, cy] = positions as unknown as [number, number, number, number, number, number]
      if (softening === 0) {
        accelerateMoved(masses, Float64Array.of(bx - ax, by - ay, cx - ax, cy - ay, cx - bx, cy - by), new Float64Array(6), moved)
        const unsigned = (part: number) => part + 0 // -0 is 0
        expect(moved.map(unsigned)).toEqual(out.map(unsigned))
      }
    }),
  )
})

it('scales the time scale with the 3/2 power of lengths', () => {
  fc.assert(
    fc.property(some, (b) => {
      const stretched = bodiesOf(
        b.masses,
        b.positions.map((x) => 4 * x),
        b.velocities.map((v) => v / 2),
      )
      expect(timeScale(startHermite(stretched))).toBeCloseTo(8 * timeScale(startHermite(b)), 12) // 4^(3/2)
    }),
  )
})

it('takes the shorter of flyby and free fall', () => {
  const falls = bodiesOf([1, 1, 0], [0, 0, 2, 0, 100, 0], [0, 0, 0, 0, 0, 0])
  expect(timeScale(startHermite(falls))).toBeCloseTo(2, 14) // √(8/2)
  const flies = bodiesOf([1, 1, 0], [0, 0, 2, 0, 100, 0], [0, 0, 0, 5, 0, 0])
  expect(timeScale(startHermite(flies))).toBeCloseTo(0.4, 14)
})

describe('systems', () => {
  it.each([
    ['Pythagorean', pythagorean(), -769 / 60, 0],
    ['figure eight', figureEight(), -1.28714199, 0],
    ['Lagrange', lagrange(), -Math.sqrt(3) / 2, 2.2795070569547775],
  ])('%s: energy, angular momentum, centre', (_, b, e, l) => {
    expect(energy(b)).toBeCloseTo(e, 8)
    expect(angularMomentum(b)).toBeCloseTo(l, 12)
    for (const part of [...centre(b.masses, b.positions), ...centre(b.masses, b.velocities)]) expect(part).toBeCloseTo(0, 14)
  })
})

describe('every scheme', () => {
  const hermite = (rule: StepRule) => (b: Bodies, t: number) => {
    const run = startHermite(b)
    runHermite(run, rule, t)
    return run
  }
  const schemes: Record<string, (b: Bodies, t: number) => Bodies> = {
    'Hermite, fixed': hermite({ kind: 'fixed', step: 1e-3 }),
    'Hermite, μ': hermite({ kind: 'hmm', mu: 0.02 }),
    'Hermite, Aarseth': hermite({ kind: 'aarseth', eta: 0.01 }),
    leapfrog(b, t) {
      const run = startLeapfrog(b)
      runLeapfrog(run, 1e-3, t)
      return run
    },
    'Dormand-Prince'(b, t) {
      const run = startDormandPrince(b, 1e-10)
      runDormandPrince(run, t)
      return run
    },
    'Gauss-Radau'(b, t) {
      const run = startGaussRadau(b)
      runGaussRadau(run, t)
      return run
    },
  }
  const drifting = scene([12, 3, -5, 9])
  for (let i = 0; i < 6; i += 2) drifting.velocities[i]! += 0.25
  it.each(Object.entries(schemes))('%s keeps momentum; the centre of mass goes straight', (_, run) => {
    const after = run(drifting, 20)
    const [u, v] = centre(after.masses, after.velocities)
    const [x, y] = centre(after.masses, after.positions)
    for (const off of [u - 0.25, v, x - 5, y]) expect(Math.abs(off)).toBeLessThan(1e-12)
  })
  it.each(Object.entries(schemes))('%s goes round the figure eight', (name, run) => {
    const start = figureEight()
    const after = run(start, FIGURE_EIGHT_PERIOD)
    const off = Math.hypot(...after.positions.map((x, i) => x - start.positions[i]!))
    // The start has eight digits: the exact flow returns within 3e-8.
    expect(off).toBeLessThan({ leapfrog: 3e-5, 'Hermite, μ': 2e-5, 'Hermite, Aarseth': 2e-5 }[name] ?? 1e-7)
  })
})

it('moves the centre of mass to the origin', () => {
  const b = bodiesOf([1, 2, 3], [1, 2, 3, 4, 5, 6], [3, 2, 1, 0, -1, -2])
  toCentre(b)
  for (const part of [...centre(b.masses, b.positions), ...centre(b.masses, b.velocities)]) expect(part).toBeCloseTo(0, 14)
})
