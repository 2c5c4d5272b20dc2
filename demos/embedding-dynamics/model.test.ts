// Numbers refer to the list "Must hold" of the method; losses and walks are tested in src/domains/embeddings, golden steps in tests/golden.
import { PerspectiveCamera } from 'three'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { lookOf, seen } from '@/numerics/look'
import { sphereObjects } from '@/views/sphereStage'
import { sceneOf as anyScene } from '../../tests/support/scene'
import demo from './demo'
import { anchorAt, flattened, handleIn, isWithinReach, throwTo } from './geometry'
import { model, type Params, params } from './model'
import { alone } from './runs/alone'
import { type Judgement, judgeNetwork, startJudgement } from './runs/judging'
import { startLearner, update } from './runs/learner'
import { workspaceOf } from './runs/workspace'
import { picture } from './views/ball'
import type { Scene } from './views/looks'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

/** A training without judgements on its way, judged after these steps. */
function trained(changes: Partial<Params>, ...at: number[]): Judgement[] {
  const p = with_(changes)
  const [learner, workspace] = [startLearner(p), workspaceOf(p)]
  return at.map((until, k) => {
    for (let step = k === 0 ? 0 : at[k - 1]!; step < until; step++) update(learner, workspace, p, step)
    const judged = startJudgement(p)
    judgeNetwork(learner.weights, judged, workspace, p)
    return judged
  })
}
const SEEDS = [0, 1, 2]
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
const ALONE = { brownian: 0, singular: 0 } as const

describe('9: a network after 900 steps, seeds 0 to 2', () => {
  it('collapses by attraction alone, sooner without delay', () => {
    const ends = (momentum: number) => SEEDS.map((seed) => trained({ ...ALONE, momentum, seed }, 900)[0]!)
    expect(mean(ends(0.9).map(({ rank }) => rank))).toBeLessThan(1.3)
    const [none, long] = [0, 0.99].map((momentum) => mean(ends(momentum).map(({ cosine }) => cosine)))
    expect(none!).toBeGreaterThan(long! + 0.2)
  })

  it('keeps three directions with spreading, and gets them back within 150 steps after a collapse', () => {
    for (const seed of SEEDS) {
      expect(trained({ brownian: 0, seed }, 900)[0]!.rank).toBeGreaterThan(2.8)
      const [, rescued] = trained({ brownian: 0, from: 900, seed }, 900, 1050)
      expect(rescued!.rank).toBeGreaterThan(2.86)
      expect(rescued!.rank).toBeLessThan(2.995)
    }
  })
})

describe('runs', () => {
  const stateAfter = (changes: Partial<Params>, steps: number) => {
    const p = with_(changes)
    const s = model.init(p)
    for (let k = 0; k < steps; k++) model.step(s, p)
    return s
  }

  it('of free particles under attraction alone keep their middles apart, and middles do not depend on other images', () => {
    for (const steps of [0, 200]) expect(stateAfter({ tab: 'free', ...ALONE }, steps).judged.rank).toBeGreaterThan(2.7)
    expect(stateAfter({ tab: 'free', ...ALONE }, 200).free!.losses[0]).toBeLessThan(1e-12)
    const thrown = stateAfter({ tab: 'free', ...ALONE, thrown: [{ index: 3, at: [90, 10] }] }, 40).free!
    const plain = stateAfter({ tab: 'free', ...ALONE }, 40).free!
    const from = 3 * 4 * 3
    expect(thrown.u.slice(from, from + 12)).not.toEqual(plain.u.slice(from, from + 12))
    expect(thrown.u.slice(from + 12)).toEqual(plain.u.slice(from + 12))
  })

  it('without spreading up to a step are those without spreading', () => {
    const [late, never] = [stateAfter({ from: 50 }, 50), stateAfter({ singular: 0 }, 50)]
    expect(late.learner!.weights).toEqual(never.learner!.weights)
    expect(stateAfter({ from: 49 }, 50).learner!.weights).not.toEqual(never.learner!.weights)
  })

  it('with attraction alone are the map beside it', () => {
    const p = with_({ steps: 60, brownian: 2 })
    const work = alone.compute(p)
    let next = work.next()
    while (!next.done) next = work.next()
    expect(next.value.rank[60]).toBe(stateAfter({ ...ALONE, steps: 60 }, 60).judged.rank)
    expect(next.value.rank[0]).toBe(stateAfter({}, 0).judged.rank)
  })

  it('show the forces of the step that follows, without taking its random numbers', () => {
    for (const tab of ['network', 'free'] as const) {
      const p = with_({ tab })
      const [s, other] = [stateAfter({ tab }, 5), stateAfter({ tab }, 5)]
      const { cloud } = model.frame(s, p)
      expect(s).toEqual(other)
      const first = cloud!.forces.map((force) => Math.hypot(...force))
      for (const size of first) expect(size).toBeGreaterThan(0)
      model.step(s, p)
      expect(model.frame(s, p).cloud!.z).not.toEqual(cloud!.z)
    }
  })
})

describe('on the sphere', () => {
  it('things go where they are dragged, on the side where they are', () => {
    for (const changes of [{}, { turn: 150 }, { turn: -100, rise: 60 }, { dimension: 'circle' }] as Partial<Params>[]) {
      const p = with_({ ...changes, tab: 'kicks', east: 40, north: 10 })
      const at = flattened(handleIn('anchor', p), p)
      const to = [0.9 * at[0] + 0.02, 0.9 * at[1]] as const
      const back = merge(params, p, anchorAt(to, p))
      const place = flattened(handleIn('anchor', back), back)
      if (p.dimension === 'sphere') for (let i = 0; i < 2; i++) expect(place[i]).toBeCloseTo(to[i]!, 3)
      const side = (q: Params) => Math.sign(seen(handleIn('anchor', q), lookOf(q))[2])
      expect(side(back)).toBe(side(p))
    }
    expect(isWithinReach(with_({ dimension: 'circle', turn: 89 }))).toBe(false)
  })

  it('an image that is put back to where it began is no longer thrown', () => {
    const p = with_({ tab: 'free', image: 7 })
    const thrown = merge(params, p, throwTo([0.3, 0.4], p))
    expect(thrown.thrown).toHaveLength(1)
    const home = flattened(handleIn('throw', p), p)
    expect(throwTo(home, thrown).thrown).toEqual([])
  })

  it('each page has its picture, and the stage draws it', () => {
    const { update, dispose } = sphereObjects()
    const camera = new PerspectiveCamera()
    camera.position.set(0, 0, 6)
    for (const changes of [{ steps: 30 }, { tab: 'free' }, { tab: 'kicks', weak: 0.1 }, { tab: 'free', dimension: 'circle' }]) {
      const scene = anyScene(demo as never, changes as never, 20) as unknown as Scene
      const { dots, lines } = picture(scene)
      expect(dots.length).toBeGreaterThan(200)
      expect(lines.length).toBeGreaterThan(3)
      update(picture(scene), scene, camera)
      expect(picture({ ...scene, frame: { cloud: null, walkers: null } }).dots).toEqual([])
    }
    dispose()
  })
})
