// Numbers refer to the list "Must hold" of the method two-ball-drop.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rk4, stagesOf } from '@/numerics/ode'
import {
  bounceTime,
  bounceTop,
  fallen,
  fallSpeed,
  fallTime,
  heightAt,
  rampGravity,
  rampTime,
  restTime,
  SPIN,
  timeExponent,
} from './fall'

const G = 9.81
const VACUUM = Number.POSITIVE_INFINITY

/** Height and velocity after a time under drag, from any start, by Runge and Kutta's rule. */
function integrated(height: number, velocity: number, terminal: number, time: number, steps = 4000): readonly [number, number] {
  const x = Float64Array.of(height, velocity)
  const stages = stagesOf(2)
  const h = time / steps
  for (let k = 0; k < steps; k++) {
    rk4(
      (_t, [, v], out) => {
        out[0] = v!
        out[1] = -G - (G * v! * Math.abs(v!)) / terminal ** 2
      },
      0,
      h,
      x,
      stages,
    )
  }
  return [x[0]!, x[1]!]
}

describe('falling in air', () => {
  it('4: is what the differential equation says', () => {
    for (const terminal of [1, 2, 5, 30]) {
      for (const drop of [0.5, 3, 10]) {
        const time = fallTime(drop, G, terminal)
        const [height, velocity] = integrated(drop, 0, terminal, time)
        expect(Math.abs(height) / drop).toBeLessThan(1e-9)
        expect(Math.abs(velocity + fallSpeed(drop, G, terminal))).toBeLessThan(1e-9)
        expect(drop - fallen(time / 2, G, terminal)).toBeCloseTo(integrated(drop, 0, terminal, time / 2)[0], 9)
      }
    }
  })

  it('rises after a bounce as the equation says, to the same top', () => {
    const fall = { drop: 2, g: G, restitution: 0.8, terminal: 3 }
    const launch = 0.8 * fallSpeed(2, G, 3)
    const contact = fallTime(2, G, 3)
    for (const time of [0.05, 0.1, 0.15]) {
      const [height, velocity] = integrated(0, launch, 3, time)
      expect(velocity).toBeGreaterThan(0)
      expect(heightAt(fall, contact + time)).toBeCloseTo(height, 10)
    }
  })

  it('4: tends to a fall in vacuum, and its exponent to 1', () => {
    for (const terminal of [1e2, 1e4, 1e6, 1e9]) {
      const x = (G * 2) / terminal ** 2
      // t = t_vacuum (1 + X/6 + O(X²)), p = 1 + X/3 + O(X²)
      expect(Math.abs(fallTime(2, G, terminal) / fallTime(2, G) - 1 - x / 6)).toBeLessThan(x ** 2 + 1e-15)
      expect(Math.abs(timeExponent(2, G, terminal) - 1 - x / 3)).toBeLessThan(x ** 2 + 1e-15)
    }
    expect(timeExponent(2, G)).toBe(1)
    expect(heightAt({ drop: 1e-3, g: G, restitution: 0, terminal: 1e8 }, 1e-2)).toBeCloseTo(1e-3 - (G * 1e-4) / 2, 12)
  })

  it('4: ends at terminal speed with p = 2X/(X + ln 2)', () => {
    const drop = (x: number) => x / G // at v_t = 1
    for (const x of [5, 7.4, 10, 100, 1e4]) {
      expect(Math.abs(timeExponent(drop(x), G, 1) / ((2 * x) / (x + Math.LN2)) - 1)).toBeLessThan(1e-4)
    }
    expect(timeExponent(drop(7.4), G, 1)).toBeCloseTo(1.83, 2)
    expect(timeExponent(drop(10), G, 1)).toBeCloseTo(1.87, 2)
  })

  it('has the exponent that fall times show', () => {
    for (const terminal of [1, 3, 10]) {
      const [low, high] = [1.999, 2.001].map((h) => Math.log(fallTime(h, G, terminal) ** 2)) as [number, number]
      expect((high - low) / Math.log(2.001 / 1.999)).toBeCloseTo(timeExponent(2, G, terminal), 6)
    }
  })
})

describe('bouncing in vacuum', () => {
  it('9: shows e in heights and in times, and no unit matters', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 0.95, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true }), (e, g) => {
        const fall = { drop: 1.7, g, restitution: e, terminal: VACUUM }
        const time = fallTime(1.7, g)
        for (const n of [1, 2]) {
          const start = time * (1 + 2 * (n === 2 ? e : 0))
          const middle = heightAt(fall, start + bounceTime(1.7, g, e, n) / 2)
          expect(Math.abs(middle / bounceTop(1.7, e, n) - 1)).toBeLessThan(1e-9)
        }
        const fromHeights = Math.sqrt(heightAt(fall, time * (1 + e)) / 1.7)
        const fromTimes = bounceTime(1.7, g, e) / (2 * time)
        expect(Math.abs(fromHeights - fromTimes)).toBeLessThan(1e-12)
      }),
    )
  })

  it('comes to rest when it should', () => {
    const fall = { drop: 2, g: G, restitution: 0.7, terminal: VACUUM }
    const end = restTime(2, G, 0.7)
    expect(heightAt(fall, end)).toBe(0)
    expect(heightAt(fall, 0.99 * end)).toBeGreaterThan(0)
    expect(heightAt({ ...fall, restitution: 0 }, fallTime(2, G) * 1.001)).toBe(0)
    expect(heightAt(fall, 0)).toBe(2)
  })
})

describe('ramps', () => {
  it('10: all chords of a vertical circle from its top take one time', () => {
    const diameter = 3
    for (const spin of Object.values(SPIN)) {
      const expected = Math.sqrt((2 * diameter * (1 + spin)) / G)
      for (let degrees = 5; degrees <= 90; degrees += 5) {
        const angle = (degrees * Math.PI) / 180
        expect(Math.abs(rampTime(diameter * Math.sin(angle), angle, G, spin) - expected)).toBeLessThan(1e-12)
      }
    }
  })

  it('seem to weaken gravity', () => {
    const angle = 0.6
    const length = 2
    const drop = length * Math.sin(angle)
    expect(fallTime(drop, rampGravity(angle, G, SPIN.solid))).toBeCloseTo(rampTime(length, angle, G, SPIN.solid), 13)
    expect(fallTime(drop, rampGravity(Math.PI / 2, G))).toBe(fallTime(drop, G))
  })
})
