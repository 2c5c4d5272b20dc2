// Number 8 of the list "Must hold", and what is true of this demo alone; the others stand in src/domains/diffusion and tests/golden.

import { PerspectiveCamera } from 'three'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { readPlace, writePlace } from '@/session/address'
import { paperPlace } from '@/session/lesson'
import { sceneOf as anyScene } from '../../tests/support/scene'
import { dOfPlace, nudgedD, placeOfD } from './axes'
import { chargeAt, chargesOf } from './charges'
import demo from './demo'
import { dataAt, flattened, heightOf, placeOf, reachOf, topOf, unflattened, WIDE } from './geometry'
import type { Scene } from './looks'
import { type Bundle, diffusion, gapOf, gaps, lines, linesIn } from './maps'
import { model, type Params, params, type State, startsOf } from './model'
import { sigmasOf, startOf } from './params'
import { readouts, sharesOf } from './readouts'
import { cameraOf, circleOf, linesOf, pathOf } from './space'
import { stageObjects } from './views/stageObjects'

const DIFFUSION = Number.POSITIVE_INFINITY
const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function stateAt(p: Params, step = model.steps(p)): State {
  const s = model.init(p)
  for (let k = 0; k < step; k++) model.step(s, p)
  return s
}
function finished<R>(work: Generator<unknown, R, void>): R {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}

describe('particles above a ring of eight (8)', () => {
  it.each([1, 2, 8, 128, DIFFUSION])('D = %s: land in equal shares, within 0.02 of a charge', (D) => {
    const p = with_({ D, n: 800, sigmaMax: 80, steps: 32 })
    const s = stateAt(p)
    const shares = sharesOf(s, p)
    expect(shares.reduce((sum, count) => sum + count, 0)).toBe(800)
    for (const count of shares) expect(Math.abs(count - 100)).toBeLessThanOrEqual(35)
    const landed = readouts.landed.of(s, p)!
    if (D >= 2) expect(landed).toBe(100)
    else expect(landed).toBeGreaterThanOrEqual(98)
  })

  it('begin with the law of their D: half of them inside of the circle that says so', () => {
    for (const D of [1, 8, DIFFUSION]) {
      const p = with_({ D, n: 1000 })
      const [starts, half] = [startsOf(p), (circleOf(p, 0.5) / WIDE) * reachOf(p)]
      let inside = 0
      for (let k = 0; k < p.n; k++) inside += Number(Math.hypot(starts[2 * k]!, starts[2 * k + 1]!) < half)
      expect(Math.abs(inside - 500)).toBeLessThan(48) // three standard deviations
    }
  })

  it('keep their directions while D changes', () => {
    const [one, other] = [startsOf(with_({ D: 2 })), startsOf(with_({ D: 3 }))]
    for (let k = 0; k < 200; k++) {
      const [a, b] = [one, other].map((x) => Math.atan2(x[2 * k + 1]!, x[2 * k]!))
      expect(a).toBeCloseTo(b!, 12)
    }
  })
})

describe('the traced particle', () => {
  it('gets the same injected noise on both paths, and by diffusion has one path', () => {
    const s = stateAt(with_({ D: DIFFUSION, alpha: 0.4 }), 9)
    expect([...s.traced]).toEqual([...s.diffused])
    const p = with_({ count: 1, alpha: 0 })
    expect(gapOf(p, 8)).toBe(0)
  })
})

describe('charges', () => {
  it('stand on their floor, as many as asked, apart from one another; dragged ones where they were put', () => {
    for (const set of ['ring', 'spiral', 'letters'] as const)
      for (const count of [1, 2, 7, 60]) {
        const { places } = chargesOf(with_({ set, count }))
        expect(places).toHaveLength(2 * count)
        expect(places.every((part) => Math.abs(part) <= 5)).toBe(true)
        const apart = Array.from({ length: count }, (_, k) => `${places[2 * k]!.toFixed(3)} ${places[2 * k + 1]!.toFixed(3)}`)
        expect(new Set(apart).size).toBe(count)
      }
    expect(chargeAt(with_({ moved: [{ index: 3, at: [1, -2] }] }), 3)).toEqual([1, -2])
    expect([...chargesOf(with_({ tab: 'line', countOnLine: 3 })).places]).toEqual([-3, 0, 3])
  })
})

describe('maps', () => {
  it('lines begin at the same shares for every D, and end on charges', () => {
    for (const p of [with_({ D: 1 }), with_({ D: 64, set: 'letters', count: 30 }), with_({ tab: 'line', D: 2 })]) {
      const [own, limit] = [finished(lines.compute(p)), finished(diffusion.compute(p))]
      for (const bundle of [own, limit]) {
        const size = bundle.dim * linesIn(bundle)
        expect(bundle.sigmas.at(-1)).toBe(0)
        const { places, count } = chargesOf(p)
        const ends = bundle.x.slice(-size)
        for (let at = 0; at < size; at += bundle.dim) {
          const distances = Array.from({ length: count }, (_, k) =>
            Math.hypot(...Array.from({ length: bundle.dim }, (_, i) => ends[at + i]! - places[k * bundle.dim + i]!)),
          )
          expect(Math.min(...distances)).toBeLessThan(0.02)
        }
      }
      // the same directions
      expect(Math.sign(own.x[0]!)).toBe(Math.sign(limit.x[0]!))
    }
  })

  it('the distance from diffusion falls as 1/D', () => {
    const { D, gap } = finished(gaps.compute(with_({})))
    expect(D.at(-1)).toBe(4096)
    expect((gap.at(-1)! * 4096) / (gap.at(-2)! * 2048)).toBeCloseTo(1, 2)
    expect(gap.every((value) => value > 0)).toBe(true)
  })
})

describe('the axis of D', () => {
  it('leads from 1 to 4096, and beyond to ∞ and back', () => {
    for (const D of [1, 8, 4096, DIFFUSION]) expect(dOfPlace(placeOfD(D))).toBeCloseTo(D, 9)
    expect([dOfPlace(-1), dOfPlace(3.7), dOfPlace(9)]).toEqual([1, 4096, DIFFUSION])
    expect([nudgedD(4096, 1), nudgedD(DIFFUSION, -1), nudgedD(DIFFUSION, 1)]).toEqual([DIFFUSION, 4096, DIFFUSION])
    expect([nudgedD(1, 1), nudgedD(2, -1), nudgedD(1, -1), nudgedD(3900, 1)]).toEqual([2, 1, 1, 4096])
    const { place, notes } = readPlace(demo as never, 'D=inf')
    expect([place.params.D, notes]).toEqual([DIFFUSION, []])
    expect(writePlace(demo as never, { ...paperPlace(demo as never), params: with_({ D: DIFFUSION }) as never })).toContain(
      'D=inf',
    )
  })
})

describe('space', () => {
  const states: Partial<Params>[] = [
    {},
    { turn: -100, rise: 70 },
    { sigmaMax: 1 },
    { height: 'log', sigmaMax: 80 },
    { mirror: true },
  ]

  it('is flattened and back on any plane of a height', () => {
    for (const state of states) {
      const p = with_(state)
      for (const sigma of [0, p.sigmaMax]) {
        const world = placeOf(p, 1.5, -2, sigma)
        const back = unflattened(flattened(world, p), heightOf(p, sigma), p)
        for (let i = 0; i < 3; i++) expect(back[i]).toBeCloseTo(world[i]!, 12)
        expect(dataAt(p, back)).toEqual([expect.closeTo(1.5, 10), expect.closeTo(-2, 10)])
      }
    }
  })

  it('draws σ to the scale of the floor, and its logarithm from the floor to the top', () => {
    const p = with_({ sigmaMax: 20 })
    expect(heightOf(p, 5) / placeOf(p, 5, 0, 0)[0]).toBeCloseTo(1, 12)
    const log = with_({ height: 'log', sigmaMax: 20 })
    expect([heightOf(log, 0), heightOf(log, 0.02), topOf(log)]).toEqual([0, 0, 1])
    expect(heightOf(log, Math.sqrt(0.4))).toBeCloseTo(0.5, 12)
  })
})

const sceneOf = (changes: Partial<Params>, step: number): Scene => {
  const scene = anyScene(demo as never, changes as never, step) as unknown as Scene
  const whole = <T>(work: Generator<unknown, T, void>) => ({ done: 1, result: finished(work) })
  return {
    ...scene,
    maps: { lines: whole(lines.compute(scene.params)), diffusion: whole(diffusion.compute(scene.params)) },
  }
}
function lensOf(scene: Scene): PerspectiveCamera {
  const { position, target, fov } = cameraOf(scene)
  const camera = new PerspectiveCamera(fov, 1.2, 0.02, 500)
  camera.position.set(...position)
  camera.lookAt(...target)
  camera.updateMatrixWorld()
  return camera
}

describe('the stage', () => {
  it('shows lines that stay inside of the cylinder, those from afar from its wall', () => {
    const scene = sceneOf({ D: 1 }, 0)
    const drawn = linesOf(scene.params, scene.maps.lines!.result as Bundle)
    expect(drawn.length).toBeGreaterThan(60)
    let fromWall = 0
    for (const line of drawn) {
      for (let at = 0; at < line.length; at += 3)
        expect(Math.hypot(line[at]!, line[at + 2]!)).toBeLessThanOrEqual(WIDE * (1 + 1e-9))
      fromWall += Number(Math.abs(Math.hypot(line[0]!, line[2]!) - WIDE) < 1e-9)
      expect(line.at(-2)).toBe(0)
    }
    expect(fromWall).toBeGreaterThan(20)
    expect(linesOf({ ...scene.params, mirror: true }, scene.maps.lines!.result)).toHaveLength(2 * drawn.length)
  })

  it('writes all that it shows in finite places, whatever the parameters, and hides what is not compared', () => {
    const objects = stageObjects()
    const visible = () => objects.group.children.filter((child) => child.visible).length
    const counts: number[] = []
    for (const [changes, step] of [
      [{}, 6],
      [{ D: DIFFUSION }, 32],
      [{ count: 1, mirror: true, sigmaMax: 1, compare: false }, 0],
      [{ count: 60, set: 'letters', n: 1000, alpha: 0.5, sigmaMax: 80 }, 20],
    ] as const) {
      const scene = sceneOf(changes, step)
      objects.update(scene, lensOf(scene))
      counts.push(visible())
      for (const child of objects.group.children) {
        const { geometry, instanceMatrix } = child as unknown as {
          geometry: { getAttribute(name: string): { array: Float32Array } }
          instanceMatrix?: { array: Float32Array }
        }
        expect(geometry.getAttribute('position').array.every(Number.isFinite)).toBe(true)
        expect(instanceMatrix?.array.every(Number.isFinite) ?? true).toBe(true)
      }
    }
    expect(counts[0]! - counts[1]!).toBe(3) // the other bundle, and the other path with its future
    objects.dispose()
  })

  it('has the start where its handle is, and brings it where it is dragged', () => {
    const p = with_({ start: [0.3, -0.4] })
    const at = demo.handles!.start!.at(p) as Point
    const world = unflattened(at, topOf(p), p)
    expect(dataAt(p, world)).toEqual([expect.closeTo(3, 9), expect.closeTo(-4, 9)])
    const scene = sceneOf({ start: [0.3, -0.4] }, 0)
    const path = pathOf(scene, 'traced')
    expect([...path.slice(0, 3)]).toEqual([0, 1, 2].map((i) => expect.closeTo(world[i]!, 9)))
    expect([...startOf(p)]).toEqual([3, -4])
    expect(sigmasOf(p)[0]).toBeCloseTo(10, 12)
  })
})
