import { Matrix as Dense, EigenvalueDecomposition } from 'ml-matrix'
import { it as declare, expect } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { layerOf } from '@/domains/optim/layer'
import { adamP, type LayerSettings, sgdp } from '@/domains/optim/layerUpdates'
import { rayleigh, type Vector } from '@/domains/optim/sphere'
import { model, type Params, params } from '~demos/adamp/model'
import { casesOf, declaring, expectNear, Golden, it, numbered, numbersIn, testGolden } from './load'

type Matrix = number[][]
interface RunCase {
  name: string
  eta: number
  beta: number
  projected: boolean
  noisy: boolean
  norms: number[]
  [first: `w_first_${number}`]: Matrix
  w_last: number[]
  loss_last: number
  effective_step_last: number
}
interface OfficialCase {
  optimizer: 'SGDP' | 'AdamP'
  kw: {
    lr: number
    momentum?: number
    betas?: [number, number]
    weight_decay?: number
    nesterov?: boolean
    delta?: number
    wd_ratio?: number
    eps?: number
  }
  grads: Matrix[] | string
  out: Matrix[]
}

const relative = (golden: Golden) => numbersIn(golden.constant<string>('tolerance'))[0]!
const lengthOf = (w: ArrayLike<number>) => Math.hypot(w[0]!, w[1]!, w[2]!)
/** Relative to the vector, because a part of it may be almost 0. */
const nearVector = (actual: ArrayLike<number>, expected: number[], rel: number, what: string) =>
  expectNear(Array.from(actual), expected, { abs: rel * lengthOf(expected) }, what)

const settingsOf = (kw: OfficialCase['kw']): LayerSettings => ({
  rate: kw.lr,
  beta: kw.momentum ?? kw.betas?.[0] ?? 0,
  beta2: kw.betas?.[1],
  delta: kw.delta ?? 0.1,
  decay: kw.weight_decay ?? 0,
  decayRatio: kw.wd_ratio ?? 0.1,
  eps: kw.eps ?? 1e-8,
  guard: 1e-8,
  nesterov: kw.nesterov,
  projectsBuffer: true, // as the released SGDP does, except with Nesterov
})

/** The quadratic form in its own axes: A = axes · diag(form) · axesᵀ. All rules here turn with their axes. */
function axesOf(golden: Golden) {
  const A = golden.constant<Matrix>('A')
  for (const [i, row] of A.entries()) for (const [j, value] of row.entries()) expect(value, 'A is symmetric').toBe(A[j]![i])
  const { realEigenvalues: form, eigenvectorMatrix: axes } = new EigenvalueDecomposition(new Dense(A.map((row) => [...row])), {
    assumeSymmetric: true,
  })
  return {
    loss: rayleigh(form as unknown as Vector),
    inwards: (w: ArrayLike<number>) =>
      axes
        .transpose()
        .mmul(Dense.columnVector(Array.from(w)))
        .to1DArray(),
    outwards: (w: ArrayLike<number>) => Float64Array.from(axes.mmul(Dense.columnVector(Array.from(w))).to1DArray()),
  }
}

/** The rule itself, with the noise that the file lists. */
function ruleRun(one: RunCase, golden: Golden): Float64Array[] {
  const { loss, inwards, outwards } = axesOf(golden)
  const noise = one.noisy ? golden.constant<Matrix>('noise') : []
  const layer = layerOf(inwards(golden.constant<number[]>('w0')), 1, 3)
  const settings: LayerSettings = {
    rate: one.eta,
    beta: one.beta,
    delta: one.projected ? Number.POSITIVE_INFINITY : 0, // always or never
    decay: 0,
    decayRatio: 0,
    eps: 0,
    guard: 0,
  }
  const gradient = new Float64Array(3)
  const places = [outwards(layer.weights)]
  for (let k = 0; k + 1 < one.norms.length; k++) {
    const w = layer.weights
    loss.gradient(w, gradient)
    if (one.noisy) {
      const draw = inwards(noise[k]!)
      const length = lengthOf(w)
      const along = (draw[0]! * w[0]! + draw[1]! * w[1]! + draw[2]! * w[2]!) / length
      for (let i = 0; i < 3; i++) gradient[i]! += (draw[i]! - (along * w[i]!) / length) / length
    }
    sgdp(layer, gradient, settings)
    places.push(outwards(layer.weights))
  }
  return places
}

/** The demo's own run, if it offers the case: without the listed noise, on its own quadratic form. */
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

testGolden('adamp', {
  constants: ['how', 'tolerance', 'A', 'w0', 'noise', 'official_W0', 'grads_generic'],
  tolerances: { others: 1e-9 },
  notOffered: ['sgd_noise', 'sgdm_noise', 'sgdp_noise'], // with the noise that the file lists
  sections: {
    runs(content, golden) {
      const rel = relative(golden)
      for (const [, one] of casesOf<RunCase>(content)) {
        const check = (places: Float64Array[]) => {
          const { loss, inwards } = axesOf(golden)
          expectNear(places.map(lengthOf), one.norms, { rel }, 'length')
          for (const [, first] of numbered<Matrix>(one, 'w_first_'))
            for (const [k, w] of first.entries()) nearVector(places[k]!, w, rel, `w after ${k} steps`)
          const last = places.at(-1)!
          nearVector(last, one.w_last, rel, 'last w')
          expectNear(loss.value(Float64Array.from(inwards(last))), one.loss_last, { rel }, 'last loss')
          expectNear(one.eta / lengthOf(last) ** 2, one.effective_step_last, { rel }, 'last effective step')
        }
        it(`${one.name}: η = ${one.eta}, β = ${one.beta}`, () => check(ruleRun(one, golden)))
        const shown = demoRun(one, golden)
        if (shown) it(`${one.name}, as the demo runs it`, () => check(shown))
        else golden.notOffered.push(one.name)
      }
    },

    official(content, golden) {
      const start = golden.constant<Matrix>('official_W0')
      for (const [index, { optimizer, kw, grads, out }] of casesOf<OfficialCase>(content)) {
        const given = typeof grads === 'string' ? golden.constant<Matrix[]>(grads) : grads
        const isGeneric = typeof grads === 'string'
        const rule = optimizer === 'SGDP' ? sgdp : adamP
        const settings = settingsOf(kw)
        const name = `${index}: ${optimizer}${kw.nesterov ? ' with Nesterov' : ''}, ${isGeneric ? 'any' : 'tangent'} gradients`
        it(name, () => {
          const layer = layerOf(start.flat(), start.length, start[0]!.length)
          for (const [k, gradient] of given.entries()) {
            rule(layer, gradient.flat(), settings)
            expectNear(Array.from(layer.weights), out[k]!.flat(), { rel: relative(golden) }, `weights after ${k + 1} steps`)
          }
        })
      }
    },
  },
})

if (declaring.now) {
  declare('adamp: the released SGDP projects its buffer; kept whole, as the paper writes it, it ends elsewhere', () => {
    const { file } = Golden.of('adamp', '')
    const start = file.official_W0 as Matrix
    const { kw, grads, out } = (file.official as OfficialCase[]).find(
      (one) => one.optimizer === 'SGDP' && !one.kw.nesterov && typeof one.grads !== 'string',
    )!
    const layer = layerOf(start.flat(), start.length, start[0]!.length)
    for (const gradient of grads as Matrix[]) sgdp(layer, gradient.flat(), { ...settingsOf(kw), projectsBuffer: false })
    expect(Math.max(...layer.weights.map((w, i) => Math.abs(w - out.at(-1)!.flat()[i]!)))).toBeGreaterThan(0.01)
  })
}
