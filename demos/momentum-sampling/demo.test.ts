// What the demo promises beyond its model: handles, maps, conditions of claims, links.
import { describe, expect, it } from 'vitest'
import { type AnyDemo, defaultsOf, merge, type Point, type SceneOf } from '@/contract'
import { orderOfRule } from '@/domains/diffusion/multistep'
import { flow } from '@/domains/diffusion/probabilityFlow'
import { measureOn, runNow } from '@/engine'
import { readPlace } from '@/session/address'
import demo from './demo'
import { exact, exactEnds, exactPath } from './exact'
import { edge, order, railPoint, ring, z } from './handles'
import { model } from './model'
import { measuredOrder } from './orders'
import { medianError, outside, sampled } from './outcome'
import { HALF, toPaper } from './paper'
import { type Params, params, rulesOf } from './params'
import { denoiserOf, LARGEST, SMALLEST, startOf } from './problem'
import { betaOfLength, growthAt, regionOf } from './regions'
import { nearest } from './samplesPicture'
import { FEWEST, MOST, type Sweep, sweep } from './sweep'
import { walkOf } from './walk'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

describe('handles', () => {
  it('the left end of the region is where it is put', () => {
    for (const family of ['hb', 'ghvb', 'nt'] as const) {
      for (const r of [1, 2, 3, 4]) {
        const p = with_({ family, r })
        const [from, to] = [1, 0.1].map((beta) => regionOf({ ...rulesOf(p)[family], beta }).length) as [number, number]
        for (const share of [0.1, 0.5, 0.9]) {
          const at = -(from + share * (to - from))
          const moved = merge(params, p, edge.move([at, 0.4], p))
          expect(edge.at(moved)[0]).toBeCloseTo(at, 12)
        }
      }
    }
    const rule = rulesOf(with_({})).hb
    expect([betaOfLength(rule, 0, [0.05, 1]), betaOfLength(rule, 1e9, [0.05, 1])]).toEqual([1, 0.05])
  })

  it('the knob on the rail is r and β in one', () => {
    const p = with_({})
    const moved = (q: number, r = 4) => order.move(railPoint(with_({ r }), q), with_({ r }))
    expect(moved(3.8)).toEqual({ r: 4, beta: 0.8 })
    expect(moved(2.5)).toEqual({ r: 3, beta: 0.5 })
    expect(moved(0.5, 1)).toEqual({ r: 1, beta: 0.5 })
    expect(moved(3.01)).toEqual({ r: 3, beta: 1 }) // snaps to the whole order
    expect(moved(3.03)).toEqual({ r: 4, beta: 0.05 }) // the weakest β on offer
    expect(moved(9)).toEqual({ r: 4, beta: 1 })
    expect(moved(-1)).toEqual({ r: 1, beta: 0.05 })
    expect(order.at(p)).toEqual(railPoint(p, orderOfRule({ order: 4, beta: 0.8 })))
  })

  it('z and the ring stay within what is on offer', () => {
    const p = with_({})
    expect(z.move([-99, 99], p)).toEqual({ z: [-8, 4] })
    expect(ring.move([99, 0], p)).toEqual({ width: 0.6 })
    expect(ring.move([0.6, 0.3 + 3 * 0.2], p).width).toBeCloseTo(0.2, 12)
  })
})

describe('maps', () => {
  const p = with_({ scene: 'sampling' })

  it('exact ends: as a much finer integration has them, at the corners too', () => {
    for (const corner of [
      { width: 0.12, guidance: 15 },
      { width: 0.3, guidance: 20 },
      { width: 0.6, guidance: 1 },
      { width: 0.05, guidance: 20 },
    ]) {
      const q = with_({ ...corner, scene: 'sampling' })
      const fine = startOf(q.seed).slice(0, 80)
      for (const _ of flow(denoiserOf(q), q.guidance, fine, LARGEST, SMALLEST, 1600));
      const worst = Math.max(...fine.map((v, i) => Math.abs(v - exactEnds(q)[i]!)))
      expect(worst).toBeLessThan(2e-6)
      expect(exactPath(q, 3).at(-2)).toBeCloseTo(fine[6]!, 4)
      expect([...exactPath(q, 3).slice(0, 3)]).toEqual([LARGEST, ...startOf(q.seed).slice(6, 8)])
    }
    expect(exact.compute(p).next()).toEqual({ done: true, value: { width: 0.12, guidance: 15, seed: 1, ends: exactEnds(p) } })
  })

  it('the sweep is rough first, and then whole', () => {
    const q = with_({ scene: 'sampling', seed: 77 })
    const known = (s: Sweep) => s.hb!.error.filter(Number.isFinite).length
    const counts: number[] = []
    const work = sweep.compute(q)
    let next = work.next()
    for (; !next.done; next = work.next()) counts.push(known(next.value.result))
    const whole = next.value as Sweep
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts[0]).toBe(4)
    expect(known(whole)).toBe(MOST - FEWEST + 1)
    expect(Object.keys(whole)).toEqual(['ab', 'hb', 'ghvb'])
    const alone = sampled(rulesOf(q).hb, q, 10)
    expect(whole.hb!.artifacts[10 - FEWEST]).toBe(outside(alone))
    expect(whole.hb!.error[10 - FEWEST]).toBe(medianError(alone, exactEnds(q)))
    // tuning one solver does not change the others' lines
    const tuned = sweep.compute({ ...q, beta: 0.7 }).next().value as { result: Sweep }
    expect(tuned.result.ab).toEqual(whole.ab)
    expect(known(tuned.result)).toBe(4)
  })
})

it('a walk names the first step outside, and grows by more where artifacts are', () => {
  const p = with_({ scene: 'sampling' })
  const [ab, hb, ghvb] = (['ab', 'hb', 'ghvb'] as const).map((solver) => walkOf(p, solver))
  for (const [solver, walk] of [['ab', ab] as const, ['ghvb', ghvb] as const]) {
    const { length } = regionOf(rulesOf(p)[solver])
    expect(walk!.stiff[walk!.leaves]).toBeLessThan(-length)
    for (let k = 0; k < walk!.leaves; k++) expect(walk!.stiff[k]).toBeGreaterThanOrEqual(-length)
  }
  expect([ab!.leaves, ghvb!.leaves]).toEqual([0, 5])
  expect(ab!.stiff.every((at) => at < -0.3)).toBe(true) // as the lesson says
  expect(ab!.growth).toBeGreaterThan(100 * hb!.growth)
  expect(hb!.growth).toBeGreaterThan(10 * ghvb!.growth)
  // momentum keeps it inside for longer
  expect(walkOf(with_({ scene: 'sampling', beta: 0.5 }), 'hb').leaves).toBe(6)
})

it('draws the box true and what is outside of it nearer, in order', () => {
  expect(toPaper(3, -1.5, 0)).toEqual([3, -1.5])
  const [a, b, c] = [4, 10, 50].map((v) => toPaper(v, 0, 0)[0]) as [number, number, number]
  expect([3 < a, a < b, b < c, c < HALF]).toEqual([true, true, true, true])
  expect(toPaper(1e12, -1e12, 0)).toEqual([HALF, -HALF])
  expect(toPaper(LARGEST, 0, LARGEST)[0]).toBeCloseTo(1, 2) // noise has the size of data
})

it('a press picks the nearest sample, and none in the void', () => {
  const p = with_({ scene: 'sampling' })
  const state = model.init(p)
  const scene = { params: p, frame: model.frame(state, p) } as unknown as SceneOf<typeof demo>
  const place = startOf(p.seed)
  const at = toPaper(place[2 * 77]!, place[2 * 77 + 1]!, LARGEST)
  expect(nearest([at[0] + 1e-4, at[1]] as Point, scene)).toEqual({ particle: 77 })
  expect(nearest([HALF, -HALF], scene)).toBeNull()
})

describe('claims', () => {
  const measured = (p: Params) => {
    const run = runNow(demo as unknown as AnyDemo, p)
    return demo.claims.flatMap((claim) =>
      claim.also?.(p) ? [[claim.says, measureOn(demo as never, claim as never, run)] as const] : [],
    )
  }

  it('that hold elsewhere hold there', () => {
    const places: Partial<Params>[] = [
      { family: 'hb', r: 1, beta: 0.05 },
      { family: 'hb', r: 1, beta: 0.97 },
      { family: 'hb', r: 2, beta: 0.9 },
      { family: 'hb', r: 3, beta: 0.3 },
      { family: 'hb', r: 4, beta: 1 },
      { family: 'ghvb', r: 4, beta: 0.4 },
      { family: 'ghvb', r: 2, beta: 1 },
      ...[5, 6].flatMap((seed) =>
        (
          [
            { family: 'ab' },
            { family: 'ab', r: 2 },
            { family: 'hb' },
            { family: 'ghvb' },
            { family: 'ghvb', r: 3, beta: 0.5 },
          ] as const
        ).map((one) => ({ ...one, scene: 'sampling' as const, seed })),
      ),
    ]
    for (const place of places) {
      const found = measured(with_(place))
      expect(found.length, JSON.stringify(place)).toBeGreaterThan(0)
      for (const [says, result] of found) expect(result, `${says} ${JSON.stringify(place)}`).toMatchObject({ pass: true })
    }
  })

  it('and keep silent where they do not', () => {
    const silent = [
      { family: 'ab' },
      { family: 'nt' },
      { scene: 'sampling', steps: 11 },
      { scene: 'sampling', guidance: 14 },
    ] as const
    for (const place of silent) expect(measured(with_(place))).toEqual([])
    expect(measuredOrder({ family: 'HB', order: 2, beta: 1 })).toBeGreaterThan(1.9) // why β = 1 is left out
  })
})

it('takes over from the heavy ball: inside with momentum, outside without', () => {
  const { place, notes } = readPlace(demo as never, 'family=hb&r=1&beta=0.5&z=-4.8,0&others=same')
  expect(notes).toEqual([])
  const p = place.params as Params
  const growth = (solver: 'ab' | 'hb') => growthAt(regionOf(rulesOf(p)[solver]).pencil, ...p.z)
  expect(p).toMatchObject({ family: 'hb', r: 1, beta: 0.5, z: [-4.8, 0] })
  expect([regionOf(rulesOf(p).hb).length, regionOf(rulesOf(p).ab).length]).toEqual([6, 2])
  expect(growth('hb')).toBeLessThan(1)
  expect(growth('ab')).toBeGreaterThan(1)
})
