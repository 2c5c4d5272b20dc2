import { expect, it } from 'vitest'
import { defaultsOf } from '@/contract'
import { PUBLISHED, startEvodiff, stepEvodiff } from '@/domains/diffusion/evodiff'
import { exactModel, type Solver, startFewCalls, stepFewCalls } from '@/domains/diffusion/fewCalls'
import { geometricTimes } from '@/domains/diffusion/reverse'
import { karrasGrid } from '@/domains/diffusion/schedule'
import { errorOf } from './lanes'
import { type Maps, model } from './model'
import { type Params, params } from './params'
import { LARGEST, noiseOf, planeMixture, problemOf, SMALLEST, sigmasOf } from './problem'
import { tracedLevels, truth } from './truth'

const p = defaultsOf(params)
function truthOf(own: Params): Maps['truth'] {
  const work = truth.compute(own)
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value
}
function endOf(wish: Partial<Params>) {
  const own = { ...p, ...wish }
  const needed = { truth: truthOf(own) }
  const s = model.init(own, needed)
  for (let k = 0; k < model.steps(own); k++) model.step(s, own, needed)
  return s
}
const errors = (wish: Partial<Params>) => endOf(wish).errors

it('every solver calls the model N times, whatever the parameters', () => {
  for (const wish of [{}, { calls: 4 }, { calls: 33, grid: 'edm' }, { denoise: true }, { calls: 4, denoise: true }] as const) {
    const { samples, traced } = endOf(wish)
    const calls = { ...p, ...wish }.calls
    for (const lanes of [samples, traced!])
      expect([lanes.ddim.calls, lanes.noise.calls, lanes.data.calls, lanes.evodiff.calls]).toEqual([calls, calls, calls, calls])
  }
})

it('errors on one Gaussian with the spread ½, by calls: DDIM, noise 2M, DPM++, EVODiff', () => {
  const table: Record<number, number[]> = {
    5: [0.603, 0.305, 0.206, 0.0451],
    6: [0.493, 0.188, 0.0396, 0.189],
    8: [0.396, 0.122, 0.0387, 0.0656],
    10: [0.327, 0.0833, 0.0516, 0.0065],
    12: [0.279, 0.0602, 0.0465, 0.005],
    15: [0.228, 0.0399, 0.0352, 0.0098],
    20: [0.175, 0.0233, 0.0221, 0.0699],
    30: [0.119, 0.0106, 0.0105, 0.0384],
  }
  for (const [calls, expected] of Object.entries(table)) {
    const { ddim, noise, data, evodiff } = errors({ calls: Number(calls) })
    for (const [k, value] of [ddim, noise, data, evodiff].entries())
      expect(Math.abs(value / expected[k]! - 1), `${calls} calls, solver ${k}`).toBeLessThan(0.02)
  }
})

it('orders of convergence on one Gaussian: DDIM 1, both memories 2; EVODiff has none', () => {
  const [few, many] = [errors({ calls: 40 }), errorsAt(80)]
  expect(few.ddim / many.ddim).toBeCloseTo(2, 0)
  expect(Math.abs(few.ddim / many.ddim - 2)).toBeLessThan(0.2)
  expect(Math.abs(few.data / many.data - 4)).toBeLessThan(0.6)
  expect(Math.abs(few.noise / many.noise - 4)).toBeLessThan(0.6)
})
/** Beyond the slider. */
function errorsAt(calls: number) {
  const sigmas = geometricTimes(LARGEST, SMALLEST, calls)
  const problem = problemOf(p)
  const ends = truthOf(p).ends
  const by = (solver: Solver) => {
    const s = startFewCalls(noiseOf(p).map((z) => LARGEST * z))
    for (let k = 1; k <= calls; k++) stepFewCalls(s, solver, problem.model, sigmas, k)
    return errorOf(s.x, ends, 2) / p.spread
  }
  return { ddim: by('ddim'), data: by('data'), noise: by('noise') }
}

it('without correction, with balance and reach 1, it is DPM-Solver++ up to the last step; with a plain last step to the end', () => {
  const plain = { balance: 1, reach: 1, corrects: false, ending: 'plain' } as const
  for (const data of ['one', 'wheel'] as const) {
    const { samples } = endOf({ ...plain, data, calls: 12 })
    let worst = 0
    for (let i = 0; i < samples.data.x.length; i++) worst = Math.max(worst, Math.abs(samples.data.x[i]! - samples.evodiff.x[i]!))
    expect(worst).toBeLessThan(1e-12)
  }
})

it('DDIM and DPM++ move with the data, EVODiff does not', () => {
  const moved = [1, 0.5] as const
  const dim = 2
  const sigmas = sigmasOf(p)
  const ends = (centre: readonly [number, number]) => {
    const own = exactModel(planeMixture({ ...p, data: 'wheel', centre }))
    const start = noiseOf(p).map((z, i) => LARGEST * z + centre[i % 2]!)
    const by = (solver: Solver) => {
      const s = startFewCalls(start.slice())
      for (let k = 1; k < sigmas.length; k++) stepFewCalls(s, solver, own, sigmas, k)
      return s.x
    }
    const s = startEvodiff(start.slice(), dim, 1)
    for (let k = 1; k < sigmas.length; k++) stepEvodiff(s, dim, PUBLISHED, own, sigmas, k)
    return [by('ddim'), by('data'), by('noise'), s.x].map((x) => x.map((v, i) => v - centre[i % 2]!))
  }
  const [here, there] = [ends([0, 0]), ends(moved)]
  const apart = here.map((x, k) => Math.max(...x.map((v, i) => Math.abs(v - there[k]![i]!))))
  expect(Math.max(...apart.slice(0, 3))).toBeLessThan(1e-9)
  expect(apart[3]).toBeGreaterThan(1e-2)
})

it('pictures: more calls bring them nearer to the ends of the exact paths', () => {
  const own = { ...p, tab: 'patches' } as const
  const { ends } = truthOf(own)
  const { ddim } = endOf({ tab: 'patches', calls: 40 }).errors
  expect(ends.length).toBe(noiseOf(own).length)
  expect(ddim).toBeLessThan(endOf({ tab: 'patches', calls: 20 }).errors.ddim)
})

it('exact ends agree with Heun’s thousand steps, and the traced levels with them', () => {
  const own: Params = { ...p, data: 'wheel' }
  const { model: predict } = problemOf(own)
  const sigmas = karrasGrid(1001, LARGEST, SMALLEST)
  const few = 16
  const x = noiseOf(p)
    .slice(0, 2 * few)
    .map((z) => LARGEST * z)
  const [guess, ahead] = [x.slice(), x.slice()]
  for (let k = 0; k < 1000; k++) {
    const [a, b] = [sigmas[k]!, sigmas[k + 1]!]
    predict(a, x, guess)
    const slope = x.map((v, i) => (v - guess[i]!) / a)
    for (let i = 0; i < x.length; i++) ahead[i] = x[i]! + (b - a) * slope[i]!
    predict(b, ahead, guess)
    for (let i = 0; i < x.length; i++) x[i]! += ((b - a) / 2) * (slope[i]! + (ahead[i]! - guess[i]!) / b)
  }
  const { ends } = truthOf(own)
  for (let i = 0; i < x.length; i++) expect(Math.abs(x[i]! - ends[i]!)).toBeLessThan(3e-5)

  const traced = tracedLevels({ ...own, start: [noiseOf(p)[2]!, noiseOf(p)[3]!] })
  expect(Math.hypot(traced.at(-2)! - ends[2]!, traced.at(-1)! - ends[3]!)).toBeLessThan(1e-4)
})
