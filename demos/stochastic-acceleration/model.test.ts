// What is true of this model: the bump and its limit, the clock of the run, and pictures at all corners.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge, type Progress } from '@/contract'
import { pictureOf, Timeline } from '@/engine'
import { drawingOf, sceneFor } from '../../tests/support/drawing'
import { SHOWN } from './clouds'
import demo from './demo'
import { model } from './model'
import { type Params, params, STEPS, steadyOf } from './params'
import { BINS, chiSquare, nameOf, particles } from './particles'
import { bumpOf, powerLawOf, slopeAt } from './spectrum'
import views from './views'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
const NEVER = Number.POSITIVE_INFINITY
const bumpFor = (wish: Partial<Params>) => {
  const { volumes, n, start } = steadyOf(withParams(wish))
  return bumpOf(volumes, n, start)
}

describe('the bump', () => {
  it('is there for a = 1.30 and not for a = 1.43 when q = r = 2', () => {
    expect(bumpFor({ q: 2, tau0: 1 / 1.3 })).not.toBe(null)
    expect(bumpFor({ q: 2, tau0: 1 / 1.43 })).toBe(null)
  })

  it('stands within a cell of its formula without escape, for N, χN and χ²N', () => {
    for (const q of [2, 5 / 3]) {
      const p = withParams({ q, tau0: NEVER })
      const { volumes, n } = steadyOf(p)
      for (const k of [0, 1, 2]) {
        const drawn = n.map((v, i) => v * Math.exp((k - 1) * volumes.ys[i]!))
        const top = Math.log(bumpOf(volumes, drawn, 0)!.chi)
        expect(Math.abs(top - Math.log((k + 2) / p.loss) / (3 - q))).toBeLessThan(0.1 * volumes.h)
      }
    }
  })

  it('follows the balance', () => {
    const [near, far] = [bumpFor({ loss: 1e-2, tau0: NEVER }), bumpFor({ loss: 1e-4, tau0: NEVER })]
    expect(far!.chi / near!.chi).toBeCloseTo(100 ** 0.75, 0)
  })
})

it('finds slope and misfit of a true power law', () => {
  const { volumes } = steadyOf(withParams({}))
  const n = volumes.ys.map((y) => 3 * Math.exp(-0.7 * y))
  expect(slopeAt(volumes, n, 2)).toBeCloseTo(-0.7, 12)
  const fit = powerLawOf(volumes, n, 0)!
  expect(fit.slope).toBeCloseTo(-0.7, 10)
  expect(fit.misfit).toBeCloseTo(1, 8)
  expect(slopeAt(volumes, n, 20)).toBe(null)
})

it('counts every particle in every step, as luck allows', () => {
  const p = withParams({ n: 3000 })
  const work = particles.compute(p)
  let next = work.next()
  for (; !next.done; next = work.next()) expect(next.value.result.of).toBe(nameOf(p))
  const walked = next.value
  expect(walked.known).toBe(STEPS + 1)
  for (const step of [0, 1, STEPS])
    expect(walked.counts.subarray(step * BINS, (step + 1) * BINS).reduce((sum, v) => sum + v, 0)).toBe(3000)
  expect(chiSquare(walked, p)!).toBeGreaterThan(0.4)
  expect(chiSquare(walked, p)!).toBeLessThan(1.8)
})

it('keeps the particles among the clouds inside the box', () => {
  const p = withParams({})
  const state = model.init(p)
  for (let k = 0; k < STEPS; k++) model.step(state, p)
  expect(state.clouds.y.length).toBe(SHOWN)
  for (const v of state.clouds.places) expect(Math.abs(v)).toBeLessThanOrEqual(1)
})

const settings: readonly Partial<Params>[] = [
  { q: 1, loss: 1, r: 3, tau0: 0.05, inj: 100, low: 1, high: 10, moment: 'n0' },
  { q: 2, loss: 0, tau0: NEVER, gain: 2, high: 1e6, low: 1e-3, moment: 'n2', fit: true },
  { q: 1, r: 0, loss: 0.1, tied: false, delta: 1, tauC: 0.1, epsilon: 1, inj: 0.1, fit: true, probe: 1e6 },
  { q: 2, r: 1, loss: 1, tau0: 1000, span: 200, fit: true },
  { q: 2, r: 2, loss: 1, tau0: 1, inj: 100 },
]
it.each(settings)('draws %o within finite coordinates', (wish) => {
  const p = withParams({ n: 200, ...wish })
  const timeline = new Timeline(demo as never, p)
  timeline.extend(Number.POSITIVE_INFINITY)
  expect(timeline.ended).toBe(null)
  const work = particles.compute(p)
  let next = work.next()
  while (!next.done) next = work.next()
  const finished: Record<string, Progress<unknown>> = { particles: { done: 1, result: next.value } }
  for (const maps of [{}, finished])
    for (const step of [0, 1, timeline.last]) {
      const scene = sceneFor(demo as never, { ...pictureOf(timeline, step), params: p }, maps)
      for (const [name, view] of Object.entries(views)) {
        const drawn = drawingOf(view as never, scene)!
        expect(drawn.window.every(Number.isFinite), `${name}: window`).toBe(true)
        expect(drawn.svg, `${name} at step ${step}`).not.toMatch(/NaN|Infinity|undefined/)
        expect(drawn.bad).toEqual([])
      }
    }
})
