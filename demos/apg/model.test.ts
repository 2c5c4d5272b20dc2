// Numbers refer to the list "Must hold" of the method; its rule (1 to 5) and the denoiser (7) are tested in src/domains/diffusion, the golden numbers
// (6) in tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { denoiser, setSigma } from '@/domains/diffusion/mixture'
import { PATCH_LEVELS } from '@/domains/diffusion/mixtures'
import { predict } from '@/domains/diffusion/predict'
import { normal, stream, uniform } from '@/numerics/random'
import { homeOf, mixtureOf, pictureNoise, pictureSpan, setupOf, truePictures } from './data'
import { measurePictures, nothing, saturationOf } from './measures'
import { model, type Params, params, type State } from './model'
import { readouts } from './readouts'
import { truthOf } from './truth'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const bare = { clip: false, beta: 0 } as const

function ran(changes: Partial<Params>, each?: (s: State, p: Params) => void): State {
  const p = with_(changes)
  const s = model.init(p)
  each?.(s, p)
  for (let k = 0; k < p.steps; k++) {
    model.step(s, p)
    if (k + 1 < p.steps) each?.(s, p)
  }
  return s
}
const norm = (v: Float64Array) => Math.hypot(...v)
const SCENES = ['wheel', 'patches'] as const

describe.each(SCENES)('on the %s', (scene) => {
  it('1: is plain guidance at η = 1 without limit and momentum, and none at w = 1', () => {
    const gap = (s: State) => {
      let worst = 0
      for (const [i, v] of s.apg.x.entries()) worst = Math.max(worst, Math.abs(v - s.cfg.x[i]!))
      return worst
    }
    expect(gap(ran({ ...bare, scene, eta: 1 }))).toBeLessThan(1e-12)
    expect(gap(ran({ scene, w: 1, eta: 0.3, r: 0.02, beta: 0.5 }))).toBe(0)
    expect(gap(ran({ scene }))).toBeGreaterThan(0.1)
  })

  it('begins with the same noise and no memory', () => {
    const s = model.init(with_({ scene, beta: -0.9 }))
    expect(s.apg.x).toEqual(s.cfg.x)
    expect(s.traced?.apg.x).toEqual(s.traced?.cfg.x)
    for (const [i, m] of s.apg.sum.entries()) expect(m).toBe(s.apg.cond[i]! - s.apg.all[i]!)
  })

  it('2 to 4: splits at a right angle, keeps the limit, grows as a tangent step does; the memory is not limited', () => {
    let [limited, long] = [0, 0]
    ran({ scene, w: 15, r: 0.1, beta: -0.75 }, ({ apg }, p) => {
      const { dim } = setupOf(p)
      for (let at = 0; at < apg.x.length; at += dim) {
        const of = (name: 'cond' | 'along' | 'across' | 'guided' | 'sum') => apg[name].subarray(at, at + dim)
        const [along, across] = [of('along'), of('across')]
        const update = along.map((v, i) => v + across[i]!)
        const product = across.reduce((sum, v, i) => sum + v * of('cond')[i]!, 0)
        expect(Math.abs(product)).toBeLessThan(1e-15 * norm(update) * norm(of('cond')) + 1e-17)
        expect(norm(update)).toBeLessThan(0.1 * (1 + 1e-14))
        const square = norm(of('cond')) ** 2 + 14 ** 2 * norm(across) ** 2
        expect(Math.abs(norm(of('guided')) ** 2 / square - 1)).toBeLessThan(2e-14)
        if (norm(update) > 0.0999) limited++
        if (norm(of('sum')) > 0.3) long++
      }
    })
    expect(limited).toBeGreaterThan(300)
    expect(long).toBeGreaterThan(300)
  })

  it('says at every step where the run ends', () => {
    const p = with_({ scene, eta: 0.4 })
    const s = model.init(p)
    const first = model.frame(s, p).ends
    for (let k = 0; k < 20; k++) model.step(s, p)
    expect(model.frame(s, { ...p }).ends).toEqual(first) // parameters with which no run has ended
    for (let k = 20; k < p.steps; k++) model.step(s, p)
    expect(first.apg).toEqual({ x: s.apg.x, found: s.apg.found })
    expect(first.cfg).toEqual({ x: s.cfg.x, found: s.cfg.found })
  })

  it('recalls plain guidance as it would be computed', () => {
    const fresh = ran({ scene, w: 5, eta: 0.2 })
    expect(ran({ scene, w: 5, eta: 0.9, beta: 0.3, r: 0.5 }).cfg).toEqual(fresh.cfg)
    ran({ scene, w: 6 })
    expect(ran({ scene, w: 5, eta: 0.9 }).cfg).toEqual(fresh.cfg)
  })
})

describe('the wheel', () => {
  it('8: far out the push only stretches', () => {
    const { cfg } = model.init(with_({}))
    for (let at = 0; at < cfg.x.length; at += 2) {
      const [along, across] = [norm(cfg.along.subarray(at, at + 2)), norm(cfg.across.subarray(at, at + 2))]
      expect(along / Math.hypot(along, across)).toBeGreaterThan(0.999)
    }
  })

  it('has no share of a push that is rounding alone', () => {
    const p = with_({ ...bare, eta: 1 })
    let least = Number.POSITIVE_INFINITY
    for (let [s, step] = [model.init(p), 0]; step < p.steps; step++) {
      const size = norm(s.cfg.sum) / norm(s.cfg.cond)
      least = Math.min(least, size)
      expect(readouts.stretch.of(s, p) === null, `step ${step}, push ${size}`).toBe(size < 1e-6)
      model.step(s, p)
    }
    expect(least).toBeLessThan(1e-6) // the wheel burns so far out that the class is certain
  })

  it('9: plain guidance burns more with every w, the turn alone does not', () => {
    const [weak, usual, strong] = [3, 7.5, 15].map((w) => ran({ n: 512, w }).cfg.found.mean) as [number, number, number]
    const none = ran({ n: 512, w: 1 }).cfg.found.mean
    expect(none).toBeLessThan(weak)
    expect(weak).toBeLessThan(usual)
    expect(usual).toBeLessThan(strong)
    expect(Math.abs(ran({ ...bare, n: 512, eta: 0 }).apg.found.mean - none)).toBeLessThan(0.03)
  })

  it('measures from its own centre, without the traced sample', () => {
    const here = ran({ ...bare, w: 1 }).apg.found
    const there = ran({ ...bare, w: 1, centre: [0, 2] }).apg.found
    expect(Math.abs(here.mean - there.mean)).toBeLessThan(0.02)
    expect(ran({ z: [3, -3] }).apg.found).toEqual(ran({ z: [0, 1] }).apg.found)
  })

  it('moves with its centre, and a dragged component with it', () => {
    const { means } = mixtureOf(with_({ centre: [1, -2], moved: [{ index: 5, at: [0.3, 0.25] }] }))
    expect([means[10], means[11]]).toEqual([1.3, -1.75])
    expect([means[12], means[13]]).toEqual([1 + homeOf(6)[0], -2 + homeOf(6)[1]])
  })

  it.each<Partial<Params>>([{}, { std: 0.3, hue: 'rose' }, { moved: [{ index: 1, at: [1.5, 0.2] }] }])(
    'knows its truth: %j',
    (changes) => {
      const p = with_(changes)
      const truth = truthOf(p)
      const d = denoiser(mixtureOf(p), 'x0', Object.keys(params.hue.options).indexOf(p.hue))
      setSigma(d, 1e-9)
      const count = 40_000
      const random = stream(3, 'truth')
      const [x, cond, all] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)]
      let [sum, squares, posterior, beyond] = [0, 0, 0, 0]
      for (let k = 0; k < count; k++) {
        const component = Math.floor(4 * uniform(random))
        for (const axis of [0, 1]) x[axis] = d.means[2 * component + axis]! + p.std * normal(random)
        const radius = norm(x)
        sum += radius / count
        squares += radius ** 2 / count
        posterior += predict(d, x, 0, cond, all) / count
        if (radius > truth.edge) beyond += 1 / count
      }
      // four standard errors
      expect(Math.abs(truth.mean - sum)).toBeLessThan((4 * truth.spread) / Math.sqrt(count))
      expect(Math.abs(truth.spread / Math.sqrt(squares - sum * sum) - 1)).toBeLessThan(4 / Math.sqrt(2 * count))
      expect(Math.abs(truth.posterior - posterior)).toBeLessThan(4 * Math.sqrt(0.25 / count))
      expect(Math.abs(beyond - 0.05)).toBeLessThan(4 * Math.sqrt(0.05 / count))
    },
  )
})

describe('the pictures', () => {
  it('have true ones of each level alike, which the measure finds', () => {
    const p = with_({ scene: 'patches', hue: 'violet' })
    const found = nothing()
    measurePictures(truePictures(p), pictureNoise(p.seed, 'truth').rest, setupOf(p).denoiser, found)
    expect([found.dull, found.medium, found.vivid]).toEqual([12, 12, 12].map((count) => count / 36))
    expect(found.posterior).toBeGreaterThan(0.999)
  })

  it('are vivid with plain guidance, of all levels with APG', () => {
    const { cfg, apg } = ran({ scene: 'patches' })
    expect(cfg.found.vivid).toBe(1)
    expect(apg.found.dull + apg.found.medium + apg.found.vivid).toBeCloseTo(1, 14)
    expect(Math.min(apg.found.dull, apg.found.medium, apg.found.vivid)).toBeGreaterThan(0.15)
    expect(cfg.found.mean).toBeGreaterThan(apg.found.mean + 0.04)
  })

  it('have a saturation: 0 for grey, that of the colour for a plain one', () => {
    expect(saturationOf(new Float64Array(192))).toBe(0)
    expect(saturationOf(Float64Array.from({ length: 192 }, (_, i) => [0.5, -0.5, 0][i % 3]!))).toBeCloseTo(2 / 3, 14)
    const { mixture } = pictureSpan()
    expect(mixture.stds).toHaveLength(6 * PATCH_LEVELS.length * 4)
  })
})
