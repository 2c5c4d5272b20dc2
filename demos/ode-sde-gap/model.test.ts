// What is true of this model: agreement of all noises with the exact score, order of the gaps, and what shifted data do.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { denoiser } from '@/domains/diffusion/mixture'
import { logDensityJet, noisyMixture, startJet } from '@/domains/diffusion/noisyMixture'
import { residual } from '@/domains/diffusion/reverse'
import { pictureOf, Timeline } from '@/engine'
import { drawingOf, sceneFor } from '../../tests/support/drawing'
import demo from './demo'
import { endOf, SIZES } from './gaps'
import { learned } from './network'
import { type Params, params } from './params'
import { blob, planeScore } from './plane'
import { curve, dataOf, pull, wave } from './problem'
import views from './views'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
function whole(wish: Partial<Params>) {
  const run = endOf(withParams(wish))
  for (;;) {
    const next = run.next()
    if (next.done) return next.value
  }
}

describe('on the line', () => {
  it('gap and residual grow with the error, and the ODE is farther from the truth than the SDE', () => {
    const ends = SIZES.map((delta) => whole({ delta }))
    for (const [k, end] of ends.entries()) {
      if (k === 0) continue
      expect(end.gap).toBeGreaterThan(ends[k - 1]!.gap)
      expect(end.residual).toBeGreaterThan(ends[k - 1]!.residual)
      expect(end.odeTruth).toBeGreaterThan(end.sdeTruth)
    }
  })

  it('has no gap for shifted data from their own start, though both are wrong', () => {
    const own = whole({ error: 'shift', delta: 0.2, start: 'own' })
    expect(own.gap).toBeLessThan(0.01)
    expect(own.residual).toBeLessThan(1e-9)
    for (const distance of [own.odeTruth, own.sdeTruth]) {
      expect(distance).toBeGreaterThan(0.19)
      expect(distance).toBeLessThan(0.2)
    }
    expect(whole({ error: 'shift', delta: 0.2, start: 'true' }).gap).toBeCloseTo(0.067, 2)
  })

  it('adds errors whose slopes and potentials fit', () => {
    for (const error of [wave(0.3, 2.5), pull(0.4), curve(0.2, [0, 1, -1, 0.5, 0, 0.3, 1, -0.2, 0])])
      for (const x of [-2.9, -1.3, 0.2, 2.2]) {
        const h = 1e-5
        expect((error.at(x + h) - error.at(x - h)) / (2 * h)).toBeCloseTo(error.slope(x), 6)
        expect((error.potential(x + h) - error.potential(x - h)) / (2 * h)).toBeCloseTo(error.at(x), 6)
      }
  })

  it('has the residual that the whole potential has', () => {
    const p = withParams({})
    const jet = startJet(1)
    const error = wave(p.delta, p.k)
    logDensityJet(noisyMixture(dataOf(p), 0.4), [0.3], 0, jet)
    const s = jet.gradient[0]!
    jet.gradient[0]! += error.at(0.3)
    jet.laplacian += error.slope(0.3)
    const e = error.at(0.3)
    expect(residual(jet, [0.3], 0)).toBeCloseTo(-e * (0.3 + s + e / 2) - error.slope(0.3) / 2, 12)
  })
})

describe('in the plane', () => {
  it('adds the slopes of the potential δ cos kx cos ky to the exact score', () => {
    const p = withParams({ tab: 'plane', delta: 0.3, k: 1.7 })
    const x = Float64Array.of(0.4, -1.1)
    const out = new Float64Array(2)
    planeScore(denoiser(blob, 'score'), p, 0.35, x, new Float64Array(2), out)
    const psi = (a: number, b: number) => 0.3 * Math.cos(1.7 * a) * Math.cos(1.7 * b)
    const jet = startJet(2)
    logDensityJet(noisyMixture(blob, 0.35), x, 0, jet)
    const h = 1e-5
    expect(out[0]).toBeCloseTo(jet.gradient[0]! + (psi(0.4 + h, -1.1) - psi(0.4 - h, -1.1)) / (2 * h), 7)
    expect(out[1]).toBeCloseTo(jet.gradient[1]! + (psi(0.4, -1.1 + h) - psi(0.4, -1.1 - h)) / (2 * h), 7)
  })
})

describe('in training', () => {
  const train = (wR: number, wish: Partial<Params> = {}) => {
    const work = learned(withParams({ tab: 'training', updates: 60, ...wish }), wR)
    for (;;) {
      const next = work.next()
      if (next.done) return next.value
    }
  }
  it('is the same again for one seed, and another for another', () => {
    const [one, again, other] = [train(0.1), train(0.1), train(0.1, { seed: 1 })]
    expect(again).toEqual(one)
    expect(other.gap).not.toBe(one.gap)
  })
  it('has a smaller residual where it is minded', () => {
    const [free, held] = [train(0, { updates: 300 }), train(1, { updates: 300 })]
    expect(held.squares.at(-1)!).toBeLessThan(free.squares.at(-1)!)
    expect(held.residual).toBeLessThan(free.residual)
  })
})

const settings: readonly Partial<Params>[] = [
  { error: 'linear', delta: 0.5, lambda: 4, tEnd: 0.001, horizon: 10 },
  { error: 'shift', delta: 0.5, start: 'prior', weight: 0.95, bumps: [{ index: 0, at: [2.5, 0.1] }] },
  { error: 'drawn', delta: 0.5, drawn: [1, -1, 1, -1, 1, -1, 1, -1, 1], start: 'own', lambda: 0 },
  { error: 'constant', delta: 0.5, weight: 0, bumps: [{ index: 1, at: [-2.5, 0.1] }], horizon: 1, tEnd: 0.1 },
  { tab: 'plane', delta: 0.5, k: 6, n: 50, lambda: 4, horizon: 10 },
  { tab: 'training', wR: 0 },
]
it.each(settings)('draws %o within finite coordinates', (wish) => {
  const timeline = new Timeline(demo as never, withParams(wish))
  timeline.extend(Number.POSITIVE_INFINITY)
  expect(timeline.ended).toBe(null)
  for (const step of new Set([0, 1, timeline.last])) {
    const scene = sceneFor(demo as never, { ...pictureOf(timeline, step), params: withParams(wish) })
    for (const [name, view] of Object.entries(views)) {
      const drawn = drawingOf(view as never, scene)
      if (drawn === null) continue
      expect(drawn.window.every(Number.isFinite), `${name}: window`).toBe(true)
      expect(drawn.svg, `${name} at step ${step}`).not.toMatch(/NaN|Infinity|undefined/)
    }
  }
})
