import { expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { layerOf } from '@/domains/optim/layer'
import { adamP, type LayerSettings, sgdp } from '@/domains/optim/layerUpdates'
import { rayleigh, type Vector } from '@/domains/optim/sphere'
import { model, type Params, params } from '~demos/adamp/model'
import { casesOf, expectNear, type Golden, numbersIn, testGolden } from './load'

type Matrix = number[][]
interface RunCase {
  name: string
  eta: number
  beta: number
  projected: boolean
  noisy: boolean
  norms: number[]
  w_first_6: Matrix
  w_last: number[]
  loss_last: number
  effective_step_last: number
}
interface OfficialCase {
  optimizer: 'SGDP' | 'AdamP'
  kw: { lr: number; momentum?: number; betas?: [number, number]; weight_decay?: number; nesterov?: boolean }
  grads: Matrix[] | string
  out: Matrix[]
}

const relative = (golden: Golden) => numbersIn(golden.constant<string>('tolerance'))[0]!
const lengthOf = (w: ArrayLike<number>) => Math.hypot(w[0]!, w[1]!, w[2]!)
/** Relative to the vector, of which a part may be next to nothing. */
const nearVector = (actual: ArrayLike<number>, expected: number[], rel: number, what: string) =>
  expectNear(Array.from(actual), expected, { abs: rel * lengthOf(expected) }, what)

/** The rule itself, with the noise that the file lists. */
function ruleRun(one: RunCase, golden: Golden): Float64Array[] {
  const A = golden.constant<Matrix>('A')
  const noise = golden.constant<Matrix>('noise')
  const loss = rayleigh(A.map((row, i) => row[i]!) as unknown as Vector)
  const layer = layerOf(golden.constant<number[]>('w0'), 1, 3)
  const settings: LayerSettings = {
    rate: one.eta,
    beta: one.beta,
    delta: one.projected ? 0.1 : 0,
    decay: 0,
    decayRatio: 0.1,
    eps: 1e-8,
    guard: 0,
  }
  const gradient = new Float64Array(3)
  const places = [layer.weights.slice()]
  for (let k = 0; k + 1 < one.norms.length; k++) {
    const w = layer.weights
    loss.gradient(w, gradient)
    if (one.noisy) {
      const draw = noise[k]!
      const length = lengthOf(w)
      const along = (draw[0]! * w[0]! + draw[1]! * w[1]! + draw[2]! * w[2]!) / length
      for (let i = 0; i < 3; i++) gradient[i]! += (draw[i]! - (along * w[i]!) / length) / length
    }
    sgdp(layer, gradient, settings)
    places.push(layer.weights.slice())
  }
  return places
}

/** The demo's own run, where it offers the case: without the listed noise, on its own quadratic form. */
function demoRun(one: RunCase, golden: Golden): Float64Array[] | null {
  const isOwn = golden.constant<Matrix>('A').every((row, i) => row.every((v, j) => v === (i === j ? [0.2, 1, 3][i] : 0)))
  if (one.noisy || !isOwn) return null
  const [x, y, z] = golden.constant<[number, number, number]>('w0')
  const length = Math.hypot(x, y, z)
  const wanted: Partial<Params> = {
    rate: one.eta,
    beta: one.beta,
    length,
    start: [(Math.atan2(x, z) * 180) / Math.PI, (Math.asin(y / length) * 180) / Math.PI],
  }
  const p = merge(params, defaultsOf(params), wanted)
  const s = model.init(p)
  const method = one.projected ? 'projected' : one.beta === 0 ? 'plain' : 'momentum'
  const places = [s[method].layer.weights.slice()]
  for (let k = 0; k + 1 < one.norms.length; k++) {
    model.step(s, p)
    places.push(s[method].layer.weights.slice())
  }
  return places
}

testGolden('adamp', ['how', 'tolerance', 'A', 'w0', 'noise', 'official_W0', 'grads_generic'], {
  runs(content, golden) {
    const rel = relative(golden)
    const A = golden.constant<Matrix>('A')
    const loss = rayleigh(A.map((row, i) => row[i]!) as unknown as Vector)
    for (const [, one] of casesOf<RunCase>(content)) {
      const check = (places: Float64Array[]) => {
        expectNear(places.map(lengthOf), one.norms, { rel }, 'length')
        for (const [k, w] of one.w_first_6.entries()) nearVector(places[k]!, w, rel, `w after ${k} steps`)
        const last = places.at(-1)!
        nearVector(last, one.w_last, rel, 'last w')
        expectNear(loss.value(last), one.loss_last, { rel }, 'last loss')
        expectNear(one.eta / lengthOf(last) ** 2, one.effective_step_last, { rel }, 'last effective step')
      }
      it(`${one.name}: η = ${one.eta}, β = ${one.beta}`, () => check(ruleRun(one, golden)))
      const shown = demoRun(one, golden)
      if (shown) it(`${one.name}, as the demo runs it`, () => check(shown))
    }
  },

  official(content, golden) {
    const start = golden.constant<Matrix>('official_W0')
    for (const [index, { optimizer, kw, grads, out }] of casesOf<OfficialCase>(content)) {
      const given = typeof grads === 'string' ? golden.constant<Matrix[]>(grads) : grads
      const isGeneric = typeof grads === 'string'
      const rule = optimizer === 'SGDP' ? sgdp : adamP
      const settings: LayerSettings = {
        rate: kw.lr,
        beta: kw.momentum ?? kw.betas?.[0] ?? 0,
        beta2: kw.betas?.[1],
        delta: 0.1,
        decay: kw.weight_decay ?? 0,
        decayRatio: 0.1,
        eps: 1e-8,
        guard: 1e-8,
        nesterov: kw.nesterov,
        projectsBuffer: true, // as the released SGDP does, except with Nesterov
      }
      const name = `${index}: ${optimizer}${kw.nesterov ? ' with Nesterov' : ''}, ${isGeneric ? 'any' : 'tangent'} gradients`
      it(name, () => {
        const layer = layerOf(start.flat(), start.length, start[0]!.length)
        for (const [k, gradient] of given.entries()) {
          rule(layer, gradient.flat(), settings)
          if (isGeneric) expect(layer.projected).toBe(false)
          expectNear(Array.from(layer.weights), out[k]!.flat(), { rel: relative(golden) }, `weights after ${k + 1} steps`)
        }
      })
      if (optimizer !== 'SGDP' || kw.nesterov || isGeneric) continue
      it(`${name}: not with the buffer kept whole, as the paper writes it`, () => {
        const layer = layerOf(start.flat(), start.length, start[0]!.length)
        for (const gradient of given) sgdp(layer, gradient.flat(), { ...settings, projectsBuffer: false })
        expect(Math.max(...layer.weights.map((w, i) => Math.abs(w - out.at(-1)!.flat()[i]!)))).toBeGreaterThan(0.01)
      })
    }
  },
})
