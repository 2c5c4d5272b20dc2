// What is true of this model: its limits, what its methods share, and that drawings and handles fit what is computed.
import { describe, expect, it } from 'vitest'
import { type AnyDemo, defaultsOf, merge } from '@/contract'
import { resultNow, runNow } from '@/engine'
import { dot } from '@/numerics/dot'
import { stream } from '@/numerics/random'
import demo from './demo'
import { coordinatesAt, flattened, onFloor, worldAt } from './geometry'
import { withBlot } from './handles'
import { distanceFromPlane, lineBasis, lineOperator } from './line'
import { OFF, type Params, params, stepsOf, timesOf } from './params'
import { drawnPhantom, PIXELS, paintPhantom, RANGES, SIDE, TEMPLATES } from './phantoms'
import { blotHome, problemOf, seenPixels } from './problem'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
const end = (wish: Partial<Params>) => runNow(demo as unknown as AnyDemo, withParams(wish) as never)
const last = (wish: Partial<Params>, name: string) => (end(wish).series as Record<string, Float64Array>)[name]!.at(-1)!

describe('phantoms', () => {
  it('are pictures between −1 and 1, dark outside, with a bright lesion', () => {
    const picture = new Float64Array(PIXELS)
    const lesion = [0.3, -0.3] as const
    paintPhantom({ lesion, radius: 0.2, brightness: 1, lungs: 0 }, picture)
    expect(Math.max(...picture)).toBeLessThanOrEqual(1.01)
    expect(Math.min(...picture)).toBeGreaterThanOrEqual(-1)
    expect(picture[0]).toBeCloseTo(-1, 3)
    const brightest = picture.indexOf(Math.max(...picture))
    const [x, y] = [(2 * (brightest % SIDE)) / 19 - 1, 1 - (2 * Math.floor(brightest / SIDE)) / 19]
    expect(Math.hypot(x - lesion[0], y - lesion[1])).toBeLessThan(0.12)
  })

  it('are drawn from all of their ranges', () => {
    const s = stream(4, 'truth')
    const all = Array.from({ length: 400 }, () => drawnPhantom(s))
    for (const key of ['radius', 'brightness', 'lungs'] as const) {
      const values = all.map((phantom) => phantom[key])
      const [low, high] = RANGES[key]
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low)
      expect(Math.max(...values)).toBeLessThanOrEqual(high)
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.95 * (high - low))
    }
  })

  it('of the prior are 600, other ones for each set, and the truth is none of them', () => {
    const [one, two] = [1, 2].map((set) => resultNow(demo as unknown as AnyDemo, 'templates', withParams({ set }) as never)) as {
      count: number
      templates: Float64Array
    }[]
    expect([one!.count, two!.count]).toEqual([TEMPLATES, TEMPLATES])
    expect(one!.templates[5]).not.toBe(two!.templates[5])
    const { truth } = problemOf(withParams({}))
    const nearest = Math.min(
      ...Array.from({ length: TEMPLATES }, (_, k) => {
        const apart = truth.map((v, i) => v - one!.templates[k * PIXELS + i]!)
        return Math.sqrt(dot(apart, apart) / PIXELS)
      }),
    )
    expect(nearest).toBeGreaterThan(0.02)
  })
})

describe('a run', () => {
  it('without CG steps is that of the prior alone, whatever the data', () => {
    const none = end({ M: 0 }).series as Record<string, Float64Array>
    const prior = end({ method: 'prior' }).series as Record<string, Float64Array>
    expect(none.psnr).toEqual(prior.psnr)
    expect(last({ method: 'prior', angles: 9, lesion: [0.3, -0.3] }, 'psnr')).toBe(none.psnr!.at(-1))
  })

  it('with a tiny γ is nearly that, and with a large one nearly undamped', () => {
    const wish = { M: 20, T: 10 }
    expect(last({ ...wish, gamma: 0.1 }, 'after')).toBeGreaterThan(3 * last({ ...wish, gamma: 50 }, 'after'))
    expect(last({ ...wish, gamma: OFF }, 'after')).toBeLessThan(1e-3)
  })

  it('meets the data after each correction better than before', () => {
    const { before, after } = end({}).series as Record<string, Float64Array>
    for (let k = 0; k < 50; k++) expect(after![k]).toBeLessThan(before![k]!)
  })

  it('has as many steps as the code has times, and counts its work', () => {
    for (const T of [10, 30, 50, 200]) expect(stepsOf(withParams({ T }))).toBe(timesOf(withParams({ T })).length)
    const dps = end({ method: 'dps' }).series as Record<string, Float64Array>
    expect([dps.guesses!.at(-1), dps.gradients!.at(-1), dps.products!.at(-1)]).toEqual([50, 50, 100])
    expect(last({ M: 3 }, 'products')).toBeLessThanOrEqual(50 * 2 * 4)
  })

  it('of CG alone brings the misfit down and then stops', () => {
    const { after } = end({ method: 'cg', T: 200 }).series as Record<string, Float64Array>
    expect(after![200]).toBeLessThan(1e-4)
    expect(after![200]).toBe(after![199])
  })

  it('is finite where holes hide everything', () => {
    const moved = Array.from({ length: 12 }, (_, index) => ({ index, at: [0, 0] as const }))
    for (const method of ['dds', 'cg', 'dps'] as const) {
      const run = end({ operator: 'holes', blots: 12, moved, method, T: 10 })
      expect(run.ended).toBeNull()
    }
  })
})

describe('the flat set', () => {
  it('has nine orthonormal waves, which a blur keeps and every third sample does not', () => {
    const basis = lineBasis()
    for (const [k, a] of basis.entries()) for (const [l, b] of basis.entries()) expect(dot(a, b)).toBeCloseTo(Number(k === l), 12)
    const through = (name: Parameters<typeof lineOperator>[0], wave: Float64Array) => {
      const { rows, apply, adjoint } = lineOperator(name)
      const [seen, back] = [new Float64Array(rows), new Float64Array(32)]
      apply(wave, seen)
      adjoint(seen, back)
      return distanceFromPlane(basis, back) / Math.sqrt(dot(back, back))
    }
    for (const wave of basis) {
      expect(through('blur', wave)).toBeLessThan(1e-12)
      for (const name of ['third', 'random', 'sums'] as const)
        if (wave !== basis[0]) expect(through(name, wave)).toBeGreaterThan(0.02)
    }
    expect(through('third', basis[1]!)).toBeGreaterThan(0.5)
  })
})

describe('what is dragged', () => {
  it('on the floor comes to where it is put', () => {
    for (const angles of [
      { azimuth: 28, rise: 24 },
      { azimuth: -120, rise: 70 },
    ]) {
      const at = flattened(worldAt([1.5, -2], 0), angles)
      const [x, y] = coordinatesAt(onFloor(at, angles))
      expect([x, y]).toEqual([expect.closeTo(1.5, 10), expect.closeTo(-2, 10)])
    }
  })

  it('as a hole covers pixels, and at home is not in the list', () => {
    const whole = seenPixels(withParams({ operator: 'holes', blots: 0 }))
    expect(whole).toHaveLength(PIXELS)
    const moved = withBlot([], 0, [0.5, 0.5])
    const covered = seenPixels(withParams({ operator: 'holes', blots: 1, moved }))
    expect(covered.length).toBeLessThan(PIXELS - 15)
    expect(withBlot(moved, 0, blotHome(0))).toEqual([])
  })
})
