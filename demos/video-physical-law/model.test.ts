// What is true of this world and its learners. Numbers refer to the list "Must hold" of the method; golden numbers are in tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { addBackwardDense, forwardDense, relu } from '@/domains/nets/denseNet'
import { inputsOf, layersOf, outputsOf, type Perceptron, startPerceptron } from '@/domains/nets/perceptron'
import { fillNormal, stream, uniform } from '@/numerics/random'
import { median } from '@/numerics/regression'
import { casesOf, retrieve } from './learners/cases'
import { boxesOf, type Channel, drawing, edgesOf, filmOf } from './learners/clips'
import { continued, fitLaw, lawVelocity } from './learners/law'
import { generate, type Reading, readAll, readClip, train, variants } from './learners/pocket'
import { kindOf } from './maps'
import { model, type Params, params } from './model'
import { channelsOf } from './params'
import { netOf } from './shipped'
import { collided, GRAVITY, STEP, thrown } from './world/motions'
import { equalToShape, inPaperOrder, lens, pixelDistances } from './world/pixelDistance'
import { FRAMES, GIVEN, INTERVAL, LENGTH, onRing, PIXELS, paint, placeOf, radiusOf, shortest } from './world/ring'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
const trained = new Map<string, Perceptron>()
/** The network of a training; each is trained once. */
function learn(wish: Partial<Params>): Perceptron {
  const key = JSON.stringify(wish)
  const p = withParams(wish)
  let net = trained.get(key) ?? netOf(p, null)
  if (net === null) {
    const work = train(p, 1000)
    let next = work.next()
    while (!next.done) next = work.next()
    net = netOf(p, next.value)!
  }
  trained.set(key, net)
  return net
}
const readings = (wish: Partial<Params>, v: number, channel: Channel = 0, starts = 8): Reading[] =>
  readAll(learn(wish), channelsOf(withParams(wish)), variants(v, channel, [0.8, 1.05, 1.3], starts))
const generated = (wish: Partial<Params>, v: number, channel: Channel = 0): number =>
  median(readings(wish, v, channel).map((one) => one.v))

const picture = (x: number, r: number): Float64Array => {
  const out = new Float64Array(PIXELS)
  paint(x, r, out)
  return out
}

describe('the ring', () => {
  it('1: place and radius are read back, and a shift by a pixel is one of L/32', () => {
    for (let k = 0; k < 400; k++) {
      const x = LENGTH * uniform(stream(k))
      const place = placeOf(picture(x, 1))
      expect(Math.abs(shortest(place - x))).toBeLessThan(1e-3)
      expect(Math.abs(radiusOf(picture(x, 1)) - 1)).toBeLessThan(1e-3)
      const next = placeOf(picture(x + LENGTH / PIXELS, 1))
      expect(Math.abs(shortest(next - place) - LENGTH / PIXELS)).toBeLessThan(1e-12)
    }
  })
  it('is painted as its formula says', () => {
    for (const [x, r] of [
      [0, 1],
      [9.99, 0.7],
      [4.21875, 1.4],
      [-3, 1.1],
    ] as const)
      for (const [j, value] of picture(x, r).entries()) {
        const d = Math.abs(shortest(((j + 0.5) * LENGTH) / PIXELS - x))
        expect(Math.abs(value - 1 / (1 + Math.exp((d - r) / 0.15)))).toBeLessThan(1e-13)
      }
  })
  it('reads the velocity, the radius and the colour of a true film', () => {
    for (const v of [0.3, 2, -3.9, 6]) {
      const film = filmOf({ x: 8.8, v, r: 1.1, channel: 1 }, 2, FRAMES)
      const found = readClip(film, 2, 0, FRAMES)
      expect(Math.abs(found.v - v)).toBeLessThan(1e-3)
      expect(Math.abs(found.r - 1.1)).toBeLessThan(1e-3)
      expect(found.blue).toBe(1)
    }
  })
})

describe('the paper’s other worlds', () => {
  it('2: collisions keep momentum and energy, and equal discs swap velocities', () => {
    for (const [v1, v2, r1, r2] of [
      [1, -2, 0.5, 1.5],
      [3.1, 0.4, 1.2, 0.9],
      [0, -4, 0.6, 0.7],
    ] as const) {
      const [u1, u2] = collided(v1, v2, r1, r2)
      const [m1, m2] = [r1 * r1, r2 * r2]
      expect(Math.abs(m1 * u1 + m2 * u2 - m1 * v1 - m2 * v2)).toBeLessThan(1e-12)
      expect(Math.abs(m1 * u1 * u1 + m2 * u2 * u2 - m1 * v1 * v1 - m2 * v2 * v2)).toBeLessThan(1e-11)
    }
    expect(collided(4, -1, 1, 1)).toEqual([-1, 4])
  })
  it('3: a throw is ½ g Δt t below the exact parabola', () => {
    for (const [k, [x, y]] of thrown(1, 8.5, 2, 20).entries()) {
      const t = STEP * (10 * k + 1)
      expect(Math.abs(x - 1 - 2 * t)).toBeLessThan(1e-12)
      expect(Math.abs(y - (8.5 - (GRAVITY / 2) * t * t - (GRAVITY / 2) * STEP * t))).toBeLessThan(1e-12)
    }
  })
})

it('4: the gradient of the network is that of central differences', () => {
  const net = startPerceptron([6, 5, 5, 4], stream(3))
  const layers = layersOf(net, 7)
  fillNormal(stream(4), inputsOf(layers))
  const goals = new Float64Array(28)
  fillNormal(stream(5), goals)
  const loss = () => {
    forwardDense(net, layers, relu)
    return outputsOf(layers).reduce((sum, y, k) => sum + (y - goals[k]!) ** 2 / 2, 0)
  }
  loss()
  layers.gradients.at(-1)!.set(outputsOf(layers).map((y, k) => y - goals[k]!))
  const gradient = new Float64Array(net.weights.length)
  addBackwardDense(net, layers, relu, gradient)
  for (const [k, w] of net.weights.entries()) {
    const at = (shift: number) => {
      net.weights[k] = w + shift
      return loss()
    }
    const slope = (at(1e-5) - at(-1e-5)) / 2e-5
    net.weights[k] = w
    expect(Math.abs(slope - gradient[k]!)).toBeLessThan(1e-6 * (1 + Math.abs(slope)))
  }
})

describe('the nearest cases', () => {
  const p = withParams({ gap: 2.5 })
  const cases = casesOf(p)
  const shown = filmOf({ x: 3.3, v: 2, r: 1, channel: 0 }, 1, GIVEN)
  it('5: without blur only the nearest counts, with infinitely much all count alike', () => {
    const one = retrieve(cases, shown, 1e-3)
    expect(one.weights[one.nearest]).toBeCloseTo(1, 12)
    expect(one.velocity).toBeCloseTo(cases.clips[one.nearest]!.v, 12)
    const mean = cases.clips.reduce((sum, { v }) => sum + v, 0) / cases.clips.length
    expect(retrieve(cases, shown, 1e6).velocity).toBeCloseTo(mean, 9)
  })
  it('are those of the network if there are finitely many', () => {
    const few = withParams({ clips: 40, seed: 5 })
    const known = casesOf(few).clips
    const next = drawing(few)
    for (let k = 0; k < 200; k++) expect(known).toContainEqual(next())
  })
})

describe('the law', () => {
  it('6: is fitted exactly from exact places, and holds at all velocities', () => {
    const draws = stream(1)
    const places = Array.from({ length: 200 }, () => {
      const [x, v] = [LENGTH * uniform(draws), 1 + 3 * uniform(draws)]
      return [x, x + v * INTERVAL, x + 2 * v * INTERVAL]
    }).flat()
    const law = fitLaw(places)
    for (let v = -20; v <= 20; v += 0.7) {
      expect(Math.abs(lawVelocity(law, 4, 4 + v * INTERVAL, 6) - v)).toBeLessThan(1e-10)
      expect(continued(law, 4, 4 + v * INTERVAL, 3)).toHaveLength(3)
    }
  })
  it('read from pixels is as good as the reading', () => {
    for (const velocity of [0.3, 2, 5.5, 6]) {
      const { answers } = model.init(withParams({ velocity }))
      expect(Math.abs(answers!.lawVelocity - velocity)).toBeLessThan(0.01)
    }
  })
})

describe('the pocket video model', () => {
  it('7: within the training it keeps the velocity, beyond it does not', () => {
    for (const v of [1.5, 2, 2.5, 3, 3.5]) expect(Math.abs(generated({}, v) - v)).toBeLessThan(0.3)
    expect(generated({}, 5.5)).toBeLessThan(4.5)
    expect(generated({}, 0.5)).toBeGreaterThan(0.8)
  })
  it('7: a wide gap pulls to its edges, a narrower one less, an island heals it', () => {
    expect(generated({ gap: 2.5 }, 1.5)).toBeLessThan(1.3)
    expect(generated({ gap: 2.5 }, 3.5)).toBeGreaterThan(3.7)
    expect(Math.abs(generated({ gap: 2.5, island: 0.25 }, 2.5) - 2.5)).toBeLessThan(0.15)
    const off = (gap: number) => Math.abs(generated({ gap }, 2) - 2)
    expect(off(1.5)).toBeLessThan(off(2.5))
  })
  it('8: mirrored clips turn slow balls round, at 10 % of 40 starts and more', () => {
    const turned = (mirror: boolean) => {
      const clips = variants(0.5, 0, [1], 40)
      const found = readAll(learn({ slowest: 2.5, mirror }), 1, clips)
      return found.filter(({ v }) => v < 0).length
    }
    expect(turned(true)).toBeGreaterThanOrEqual(4)
    expect(turned(false)).toBe(0)
  })
  it('9: where red is slow and blue is fast, a slow blue ball stays blue and becomes fast', () => {
    const found = readings({ pair: 'colourVelocity' }, 1.2, 1)
    expect(median(found.map(({ v }) => v))).toBeGreaterThan(2)
    expect(median(found.map(({ blue }) => blue))).toBeGreaterThan(0.85)
  })
  it('does the same with 64 hidden units and other seeds', () => {
    for (const wish of [{ width: 64 }, { seed: 1 }]) {
      for (const v of [1.5, 2, 2.5, 3, 3.5]) expect(Math.abs(generated(wish, v) - v)).toBeLessThan(0.3)
      expect(generated(wish, 5.5)).toBeLessThan(4.5)
      expect(generated({ ...wish, gap: 2.5 }, 1.5)).toBeLessThan(1.3)
      expect(generated({ ...wish, gap: 2.5 }, 3.5)).toBeGreaterThan(3.7)
    }
  })
  it('learns the next frame of a few clips by heart, and nothing else', () => {
    const wish = { clips: 8, updates: 1500 }
    const p = withParams(wish)
    const known = casesOf(p).clips
    for (const clip of known) {
      const next = generate(learn(wish), 1, [clip]).slice(0, PIXELS)
      const truth = filmOf(clip, 1, FRAMES).slice(GIVEN * PIXELS, (GIVEN + 1) * PIXELS)
      for (const [j, value] of next.entries()) expect(Math.abs(value - truth[j]!)).toBeLessThan(0.05)
    }
    const errors = [1.2, 2, 3, 3.8].map((v) => Math.abs(generated(wish, v) - v))
    expect(Math.max(...errors)).toBeGreaterThan(0.8)
  })
})

describe('pixel distances', () => {
  it('10: are those of integrals in the plane', () => {
    const [r, dv] = [1.05, 1.5]
    const side = 0.004
    let [velocity, shape, disc] = [0, 0, 0]
    const inside = (x: number, y: number) => x * x + y * y <= r * r
    for (let x = -2; x < 2; x += side)
      for (let y = -2; y < 2; y += side) {
        const here = inside(x, y)
        if (here) disc++
        if (here !== (Math.abs(x) <= r && Math.abs(y) <= r)) shape++
        for (let k = 0; k < 3; k++) if (here !== inside(x - 0.1 * k * dv, y)) velocity++
      }
    const area = side * side
    const found = pixelDistances(r, dv)
    // white to red changes two colours of a pixel, red to blue two as well
    expect(Math.abs(2 * velocity * area - found.velocity)).toBeLessThan(1e-2)
    expect(Math.abs(3 * 2 * shape * area - found.shape)).toBeLessThan(1e-2)
    expect(Math.abs(3 * 2 * disc * area - found.colour)).toBeLessThan(1e-2)
    const steps = 20_000
    let common = 0
    for (let k = 0; k < steps; k++) {
      const x = dv * 0.05 + ((r - dv * 0.05) * (k + 0.5)) / steps
      common += 4 * Math.sqrt(r * r - x * x) * ((r - dv * 0.05) / steps)
    }
    expect(Math.abs(common - lens(r, 0.1 * dv))).toBeLessThan(1e-3)
  })
  it('do not give the paper’s order everywhere', () => {
    expect(inPaperOrder(pixelDistances(1.05, 1.5))).toBe(false)
    expect(inPaperOrder(pixelDistances(1.3, 2.9))).toBe(true)
    const { velocity, shape } = pixelDistances(1.3, equalToShape(1.3))
    expect(velocity).toBeCloseTo(shape, 9)
  })
})

describe('trainings', () => {
  it('have the bands that are asked for, whatever is asked for', () => {
    const speeds = (wish: Partial<Params>) => boxesOf(withParams(wish)).map(({ v }) => v)
    expect(speeds({})).toEqual([[1, 4]])
    expect(speeds({ gap: 2.5, island: 0.25 })).toEqual([
      [1, 1.25],
      [2.375, 2.625],
      [3.75, 4],
    ])
    for (const wish of [
      { slowest: 4, fastest: 1 },
      { gap: 3, gapAt: 4.5 },
      { gap: 0.05, island: 1.5 },
      { slowest: 4, gap: 3, gapAt: 1 },
    ]) {
      const p = withParams(wish)
      for (const pair of ['none', 'colourVelocity', 'colourSize', 'sizeVelocity'] as const)
        for (const { v } of boxesOf({ ...p, pair })) expect(v[1]).toBeGreaterThan(v[0])
      expect(edgesOf(p).fastest).toBeGreaterThan(edgesOf(p).slowest)
    }
  })
  it('have clips only from their boxes', () => {
    for (const pair of ['none', 'colourVelocity', 'colourSize', 'sizeVelocity'] as const) {
      const p = withParams({ pair, gap: 1, island: 0.2 })
      const next = drawing(p)
      for (let k = 0; k < 500; k++) {
        const clip = next()
        expect(kindOf(p, clip)).toBe('seen')
        expect(onRing(clip.x)).toBe(clip.x)
      }
    }
  })
  it('know which combinations are new', () => {
    const p = withParams({ pair: 'colourVelocity', gap: 1 })
    const kind = (v: number, channel: Channel) => kindOf(p, { x: 0, v, r: 1, channel })
    expect([kind(1.5, 0), kind(1.5, 1), kind(2.5, 1), kind(5, 1)]).toEqual(['seen', 'swapped', 'between', 'beyond'])
  })
})
