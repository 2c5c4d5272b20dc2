// What the demo promises beyond its model: the shipped network, handles, maps, and the stage.
import { readFileSync } from 'node:fs'
import { type BufferGeometry, type Mesh, PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { PAPER_WEIGHTS } from '@/domains/dynamics/stepChoice'
import { constantPolicy, judge, POLICY, TEST_SEEDS, type Training, train, VALIDATE } from '@/domains/dynamics/stepPolicy'
import { weightCount } from '@/domains/nets/perceptron'
import { runNow } from '@/engine'
import { planeFor } from '@/views/plot'
import { sceneOf } from '../../tests/support/scene'
import demo from './demo'
import type { Fronts } from './fronts'
import { fronts } from './fronts'
import { knobHandle } from './handles'
import type { Scene } from './looks'
import { type Params, params } from './model'
import { shippedPolicy, shippedWeights } from './shipped'
import { heightOf, type Strip, stripsOf } from './strips'
import { paintStripsSettled } from './stripsPicture'
import views from './views'
import { wholeOf } from './whole'
import { worldObjects } from './worldObjects'
import { camera, flattened, pointsOf, worldPlace } from './worldSpace'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

it('draws the strips down to their lowest values, in a tall picture too', () => {
  const scene = sceneOf(demo as never, { ...demo.presets.pythagorean.params, span: 10 }, 125) as unknown as Scene
  const plane = planeFor(views.strips as never, scene as never, { width: 375, height: 610 }).plane
  let lowest = 0 // px, y downwards, of the strip of the steps, the second from the top
  const ctx = new Proxy({} as Record<string, unknown>, {
    get: (known, name: string) =>
      known[name] ??
      ((_x: number, y: number) => {
        if (name === 'lineTo' && y > plane.y(2) && y < plane.y(1)) lowest = Math.max(lowest, y)
      }),
  })
  paintStripsSettled(ctx as unknown as CanvasRenderingContext2D, scene, plane)
  const strip = stripsOf(scene).find(({ name }) => name === 'size') as Strip
  const least = Math.min(...strip.lines[0]!.ys.filter(Number.isFinite))
  expect(lowest).toBeCloseTo(plane.y(heightOf(strip, 1, 3, least)), 0)
})

describe('the shipped network', () => {
  interface Test {
    return: number
    medianError: number
    medianEvaluations: number
  }
  const log = JSON.parse(readFileSync(new URL('./policy/log.json', import.meta.url), 'utf8')) as {
    seed: number
    returns: number[]
    validation: { episode: number; mean: number }[]
    test: Test
    constants: { mu: number; test: Test }[]
    seeds: { seed: number; validation: number }[]
  }
  const expectTest = (found: { mean: number; error: number; evaluations: number }, logged: Test) => {
    expect(Math.abs(found.mean / logged.return - 1)).toBeLessThan(1e-5)
    expect(Math.abs(found.error / logged.medianError - 1)).toBeLessThan(1e-3)
    expect(found.evaluations).toBe(logged.medianEvaluations)
  }

  it('does on the test scenes what its log says', () => {
    expect(shippedWeights).toHaveLength(weightCount(POLICY.sizes))
    expectTest(judge(shippedPolicy, TEST_SEEDS, PAPER_WEIGHTS), log.test)
  })
  it('is the one with the best validation return of all seeds', () => {
    expect(log.seed).toBe(log.seeds.toSorted((a, b) => b.validation - a.validation)[0]!.seed)
  })
  it('is compared with constants as they are', () => {
    const logged = log.constants.find(({ mu }) => mu === 0.01)!
    expectTest(judge(constantPolicy(6), TEST_SEEDS, PAPER_WEIGHTS), logged.test)
  })
  it('was trained by the training that the page shows', () => {
    let now: Training | null = null
    for (const training of train(log.seed, PAPER_WEIGHTS, VALIDATE)) now = training
    for (const [k, value] of now!.returns.entries()) expect(Math.abs(value / log.returns[k]! - 1)).toBeLessThan(1e-4)
    expect(now!.validation[0]!.mean).toBeCloseTo(log.validation[0]!.mean, 2)
  })
})

describe('the knob in the plane of work and error', () => {
  it.each([
    ['μ', {}],
    ['equal steps', { rule: 'fixed', delta: 3e-3 }],
    ['Aarseth', { rule: 'aarseth' }],
    ['tolerance', { scheme: 'pair' }],
    ['leapfrog', { scheme: 'leapfrog' }],
  ] as [string, Partial<Params>][])('%s: the run lands near where the point is dragged', (_, changes) => {
    const p = with_(changes)
    const x = Math.log10(wholeOf(p).evaluations) + 0.4
    const moved = merge(params, p, knobHandle.move([x, 0], p))
    expect(Math.abs(Math.log10(wholeOf(moved).evaluations) - x)).toBeLessThan(0.02)
    expect(knobHandle.move(knobHandle.at(moved), moved)).toEqual({})
  })
})

it('the front holds what runs of their own give, rough first', () => {
  const p = with_({ until: 3, tab: 'compare' })
  const shares: number[] = []
  const work = fronts.compute(p)
  let next = work.next()
  for (; !next.done; next = work.next()) shares.push(next.value.done)
  const { curves, points } = next.value as Fronts
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  for (const [name, key, rule, scheme] of [
    ['mu', 'mu', 'mu', 'hermite'],
    ['fixed', 'delta', 'fixed', 'hermite'],
    ['swift', 'mu', 'mu', 'leapfrog'],
    ['pair', 'tolerance', 'mu', 'pair'],
  ] as const) {
    const { knob, evaluations, energyError } = curves[name][3]!
    const whole = wholeOf({ ...p, rule, scheme, [key]: knob })
    expect(evaluations).toBe(whole.evaluations)
    expect(Math.abs(energyError / whole.energyError - 1)).toBeLessThan(1e-3)
  }
  expect(points.learned!.evaluations).toBe(wholeOf({ ...p, rule: 'learned' }).evaluations)
  expect(points.radau!.energyError).toBeLessThan(1e-13)
  expect(curves.mu.map((one) => one.knob)).toEqual(curves.mu.map((one) => one.knob).toSorted((a, b) => b - a))
})

describe('world lines', () => {
  const p = with_({ tab: 'world' })
  const run = runNow(demo as never, p as never)
  const sceneAt = (step: number, changes: Partial<Params> = {}) =>
    sceneOf(demo as never, { tab: 'world', ...changes } as never, step) as unknown as Scene

  it('go through few pictures, the first and the last among them, and miss no bend', () => {
    const scene = sceneAt(250)
    for (let index = 0; index < 3; index++) {
      const steps = pointsOf(scene, index)
      expect(steps.length).toBeLessThan(601)
      expect([steps[0], steps.at(-1)]).toEqual([0, run.last])
    }
  })

  it('rise with time, and look alike in the plane and on the stage', () => {
    const scene = sceneAt(0)
    const eye = new PerspectiveCamera(1, 1, 1, 5000)
    const { position, target } = camera(scene)
    const [x0, y0, z0] = target
    eye.position
      .set(...position)
      .sub(new Vector3(x0, y0, z0))
      .multiplyScalar(200) // from far away there is no perspective
    eye.position.add(new Vector3(x0, y0, z0))
    eye.lookAt(...target)
    eye.updateMatrixWorld()
    const [ox, oy] = flattened([0, 0, 0], p.turn)
    for (const place of [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ] as const) {
      const [x, y] = flattened(place, p.turn)
      const m = eye.matrixWorldInverse.elements
      const right = m[0]! * place[0] + m[4]! * place[1] + m[8]! * place[2]
      const up = m[1]! * place[0] + m[5]! * place[1] + m[9]! * place[2]
      expect(x - ox).toBeCloseTo(right, 2)
      expect(y - oy).toBeCloseTo(up, 2)
    }
    expect(worldPlace(scene, 0, run.last)[1]).toBeGreaterThan(worldPlace(scene, 0, 10)[1])
  })

  it('are drawn as past up to the step, and as future beyond', () => {
    const objects = worldObjects()
    const eye = new PerspectiveCamera()
    eye.position.set(...camera(sceneAt(0)).position)
    const ranges = (step: number, changes: Partial<Params> = {}) => {
      objects.update(sceneAt(step, changes), eye)
      return objects.group.children
        .filter((child) => (child as Mesh).geometry.getAttribute('color'))
        .map((child) => ({ ...(child as Mesh<BufferGeometry>).geometry.drawRange }))
    }
    const [start, middle, end] = [ranges(0), ranges(450), ranges(run.last)].map((all) =>
      all.map(({ count }) => count),
    ) as number[][]
    expect(start![0]).toBe(0)
    expect(middle![0]).toBeGreaterThan(0)
    expect(end![0]).toBeGreaterThan(middle![0]!)
    expect(ranges(450)[1]!.start).toBe(middle![0])
    objects.dispose()
  })
})
