import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactRange, dropFactor, dropFrame, hasLanded, STILL } from './dropTracker'
import { heightAt } from './fall'

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })
/** Rows of a fall that takes `frames` frames, with `pixels` px in each g · frame². */
const rowsOf = (frames: number, e: number, pixels: number) => {
  const fall = { drop: frames ** 2 / 2, g: 1, restitution: e, terminal: Number.POSITIVE_INFINITY }
  return Array.from({ length: Math.ceil(frames) + 4 }, (_, i) => -pixels * heightAt(fall, i))
}

describe('the rule', () => {
  it('waits for the line, then for a frame without a px of way', () => {
    expect(dropFrame([0, 10, 30, 60, 59], 100)).toBe(-1)
    expect(dropFrame([0, 10, 30, 60, 59], 50)).toBe(3)
    expect(dropFrame([0, 10, 30, 60, 60.9, 61], 50)).toBe(3)
    expect(dropFrame([0, 10, 30, 60, 61, 61], 50)).toBe(4)
    expect(dropFrame([60, 60.5, 62, 70], 50)).toBe(0) // creeps below the line: fooled at the start
    expect(hasLanded(51, 50.5, 50)).toBe(true)
    expect(hasLanded(50, 50.5, 50)).toBe(false)
  })
})

describe('what a drop frame leaves open', () => {
  it('contains the fall time, for any bounce and frame rate', () => {
    fc.assert(
      fc.property(real(3, 200), real(0, 0.95), real(0.1, 400), (frames, e, pixels) => {
        fc.pre(pixels * (0.55 * frames - 1) > STILL) // it does not creep at the line
        const frame = dropFrame(rowsOf(frames, e, pixels), (-0.65 * pixels * frames ** 2) / 2)
        const [from, to] = contactRange(frame, e, STILL / pixels)
        expect(frames).toBeGreaterThanOrEqual(from - 1e-6)
        expect(frames).toBeLessThanOrEqual(to + 1e-6)
        if (frames > 8 && (e === 0 || e > 0.3)) expect(to - from).toBeLessThan(1.2)
      }),
      { numRuns: 2000 },
    )
  })

  it('is one frame wide, from -1/(1 + e) to e/(1 + e), for long falls', () => {
    for (const e of [0, 0.3, 0.6, 0.9]) {
      const [from, to] = contactRange(1000, e, 1e-6)
      expect(from).toBeCloseTo(1000 - 1 / (1 + e), 2)
      expect(to).toBeCloseTo(1000 + e / (1 + e), 2)
    }
  })

  it('tells how much of the drop was not seen', () => {
    for (const [frames, e] of [
      [16.25, 0.6],
      [15.6, 0.6],
      [10.3, 0.2],
    ] as const) {
      const frame = dropFrame(rowsOf(frames, e, 5), -100)
      const rows = rowsOf(frames, e, 1)
      expect((rows[frame]! - rows[0]!) * dropFactor(frame, frames, e)).toBeCloseTo(frames ** 2 / 2, 10)
    }
    expect(dropFactor(16, 16, 0.6)).toBe(1)
  })

  it('grows with noise', () => {
    const [from, to] = contactRange(16, 0.6, 0.2)
    const [noisyFrom, noisyTo] = contactRange(16, 0.6, 0.2, 2)
    expect(noisyFrom).toBeLessThan(from - 0.05)
    expect(noisyTo).toBeGreaterThan(to + 0.05)
  })
})
