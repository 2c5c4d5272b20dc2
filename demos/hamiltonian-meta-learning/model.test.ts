// What is true of these laws, networks and starts: energies that stay, orders of convergence, gradients, and who adapts best.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { energyOf, LAWS } from '@/domains/dynamics/hamiltonians'
import { type Observations, relativeError } from '@/domains/nets/motionNets'
import { read, rounded, written } from '@/domains/nets/shortWeights'
import { pictureOf, Timeline } from '@/engine'
import { stream } from '@/numerics/random'
import { drawingOf, sceneFor } from '../../tests/support/drawing'
import demo from './demo'
import { isLoose, painted } from './handles'
import { model } from './model'
import { adapted, errorAfter, observed, startOf } from './networks/adaptation'
import { judged, medians } from './networks/judging'
import { aligned, GRID, trueLandscape } from './networks/landscape'
import { learning } from './networks/learning'
import { ownDrift } from './networks/rollout'
import { shipped } from './networks/shipped'
import { clouds, drawTask, isCovered, observationsOf } from './networks/tasks'
import { hamiltonian, train } from './networks/training'
import { HAMILTONIANS, launchOf, type Params, params } from './params'
import texts from './trained/weights'
import views from './views'
import { panelsOf, toPanel } from './views/places'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
const p = withParams({})

function taskOf(law: (typeof LAWS)[number]): Observations {
  const task = observationsOf(30)
  drawTask(law, 1.3, stream(0, 'a test'), task)
  return task
}

it.each(LAWS)('observes %s where its cloud is', (law) => {
  const { states } = taskOf(law)
  for (let at = 0; at < states.length; at += 4) expect(isCovered(clouds[law], states[at]!, states[at + 1]!)).toBe(true)
})

it('has a preset for chaos at the energy of the saddles', () => {
  const state = launchOf(withParams(demo.presets.chaos.params)).flat()
  expect(energyOf('henonHeiles', 1, state)).toBeCloseTo(1 / 6, 4)
})

describe('the shipped starts', () => {
  it('are written as they are read', () => {
    for (const [name, text] of Object.entries(texts)) {
      expect(written(read(text)), name).toBe(text)
      expect(rounded(read(text))).toEqual(read(text))
    }
  })
  it('take to gravity as they should, on twelve tasks', () => {
    const [random, pre, meta] = HAMILTONIANS.map((net) => medians(hamiltonian, startOf(net, 0), 'kepler', 0.1, [0, 5]))
    expect(meta![1]).toBeLessThan(0.4)
    expect(pre![1]).toBeGreaterThan(0.4)
    expect(pre![1]).toBeLessThan(0.65)
    expect(random![1]).toBeGreaterThan(0.85)
    expect(meta![0]).toBeGreaterThan(0.8 * pre![0]!)
  })
  it('win nothing before a step on known laws, either', () => {
    const [pre, meta] = (['pre', 'meta'] as const).map((net) => medians(hamiltonian, shipped[net], 'pendulum', 0.1, [0, 5]))
    expect(meta![0]).toBeGreaterThan(pre![0]!)
    expect(meta![1]).toBeLessThan(pre![1]!)
  })
})

describe('adaptation', () => {
  it('has the same first observations whatever their number, and painted ones where they were put', () => {
    const few = observed({ ...p, points: 4 }).states
    expect(observed(p).states.subarray(0, 16)).toEqual(few)
    const moved = observed({ ...p, painted: [{ index: 2, at: [0.7, 0.7] }] })
    expect([...moved.states.subarray(8, 10)]).toEqual([0.7, 0.7])
    expect([...moved.states.subarray(10, 12)]).toEqual([...few.subarray(10, 12)])
  })
  it('with noise leaves the states as they are', () => {
    const noisy = observed({ ...p, noise: 0.2 })
    expect(noisy.states).toEqual(observed(p).states)
    expect(noisy.rates).not.toEqual(observed(p).rates)
  })
  it('does not depend on what was asked for before', () => {
    const far = adapted(p, 'meta', 20).slice()
    for (let seed = 1; seed < 7; seed++) errorAfter({ ...p, seed }, 'pre', 2)
    expect(adapted(p, 'meta', 20)).toEqual(far)
    expect(relativeError(hamiltonian, startOf('meta', 0), observed(p))).toBeGreaterThan(0.3)
  })
  it('without steps of any length changes nothing', () => {
    expect(adapted({ ...p, alpha: 0 }, 'pre', 3)).toEqual(shipped.pre)
  })
})

describe('a motion', () => {
  it.each(['pre', 'meta'] as const)('keeps a network’s own energy to the fourth order of the step, %s', (start) => {
    const q = withParams({ tab: 'roll', law: 'pendulum', start })
    for (const dt of [0.05, 0.025]) {
      const ratio = ownDrift(q, dt, 2) / ownDrift(q, dt / 2, 2)
      expect(ratio).toBeGreaterThan(12)
      expect(ratio).toBeLessThan(20)
    }
    expect(ownDrift(q, 0.02, 10)).toBeLessThan(1e-7)
  })
  it('is not stopped by one body that leaves for infinity', () => {
    const timeline = new Timeline(
      demo as never,
      withParams({ tab: 'roll', law: 'henonHeiles', launch: [{ index: 1, at: [2, 2] }] }),
    )
    timeline.extend(Number.POSITIVE_INFINITY)
    expect(timeline.last).toBe(500)
  })
})

describe('painting', () => {
  const at = toPanel(panelsOf(p)[2]!, 'kepler', [0.9, 0.9])
  it('puts the next observation where the plane was pressed, in any picture', () => {
    const once = painted(at, p)
    expect(once?.painted?.[0]?.index).toBe(0)
    expect(once?.painted?.[0]?.at[0]).toBeCloseTo(0.9, 3)
    const again = painted(at, { ...p, ...once })
    expect(again?.painted?.map(({ index }) => index)).toEqual([0, 1])
    expect(isLoose({ ...p, ...once }, 0)).toBe(true)
    expect(isLoose(p, 0)).toBe(false)
  })
  it('moves the nearest once all are put, stays off the centre, and means nothing between the pictures', () => {
    const one = { ...p, points: 1, painted: [{ index: 0, at: [1, 1] as const }] }
    expect(painted(at, one)?.painted).toHaveLength(1)
    const centre = painted(toPanel(panelsOf(p)[0]!, 'kepler', [0, 0]), p)
    expect(Math.hypot(...centre!.painted![0]!.at)).toBeCloseTo(0.3, 6)
    expect(painted([0, 0], p)).toBe(null)
  })
})

it('aligns landscapes: a constant in H is not seen', () => {
  const heights = trueLandscape('kepler', 1)
  const moved = aligned(
    'kepler',
    heights.map((height) => height + 5),
  )
  for (const [n, height] of aligned('kepler', heights).entries()) expect(Math.abs(height - moved[n]!)).toBeLessThan(1e-10)
  expect(heights).toHaveLength(GRID ** 2)
})

describe('training', () => {
  const short = (seed: number, more = {}) => {
    let last: Float64Array | null = null
    for (const weights of train({ alpha: 0.1, order: 'first', updates: 5, seed, narrow: false, ...more }))
      last = weights.meta.slice()
    return last!
  }
  it('is the same again for one seed, and another for another seed, order or inner rate', () => {
    expect(short(0)).toEqual(short(0))
    for (const other of [short(1), short(0, { order: 'second' }), short(0, { alpha: 0.2 })]) expect(other).not.toEqual(short(0))
  })
  it('says where it breaks down', () => {
    const work = learning.compute(withParams({ tab: 'train', updates: 50, alpha: 0.1 }))
    let next = work.next()
    while (!next.done) next = work.next()
    expect(next.value.broken).toBe(null)
    expect(next.value.records.map(({ update }) => update)).toEqual([0, 50])
  })
  it('has twelve tasks that differ, the same for all', () => {
    const errors = judged(hamiltonian, shipped.pre, 'kepler', 0.1, [0])
    expect(new Set(errors.map(([error]) => error)).size).toBe(12)
    expect(judged(hamiltonian, shipped.pre, 'kepler', 0.1, [0])).toEqual(errors)
  })
})

const settings: readonly Partial<Params>[] = [
  { points: 1, alpha: 0.5, painted: [{ index: 0, at: [0, 0] }] },
  { law: 'pendulum', start: 'meta', launch: [{ index: 0, at: [3, 3] }] },
  { tab: 'roll', launch: [{ index: 0, at: [0, 0] }] },
  { tab: 'roll', law: 'quartic', k: 0, start: 'random', noise: 0.3 },
  { tab: 'train', updates: 0 },
]
it.each(settings)('draws %o within finite coordinates', (wish) => {
  const timeline = new Timeline(demo as never, withParams(wish))
  timeline.extend(Number.POSITIVE_INFINITY)
  for (const step of new Set([0, 1, timeline.last])) {
    if (step > timeline.last) continue
    const scene = sceneFor(demo as never, { ...pictureOf(timeline, step), params: withParams(wish) })
    for (const [name, view] of Object.entries(views)) {
      const drawn = drawingOf(view as never, scene)
      if (drawn === null) continue
      expect(drawn.window.every(Number.isFinite), `${name}: window`).toBe(true)
      expect(drawn.svg, `${name} at step ${step}`).not.toMatch(/NaN|Infinity|undefined/)
    }
  }
  expect(model.steps(withParams(wish))).toBeGreaterThan(0)
})
