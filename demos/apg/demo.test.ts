// What the demo promises beyond its model: handles, sweeps, sheets of pictures, conditions of claims.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnyDemo, defaultsOf, merge } from '@/contract'
import { measureOn, runHeadless } from '@/engine'
import demo from './demo'
import { placeOf, withPlace } from './handles'
import { model, type Params, params } from './model'
import { sheetOf } from './painting'
import { pictureAt } from './pictureViews'
import { planePress } from './planeView'
import { type Sweep, sweepOf } from './sweep'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

it('a component stays where it is put, and is forgotten at home', () => {
  const home = placeOf([], 7)
  const moved = withPlace(withPlace([], 7, [0.12345, 1]), 2, [1, 1])
  expect(moved).toEqual([
    { index: 2, at: [1, 1] },
    { index: 7, at: [0.123, 1] },
  ])
  expect(withPlace(moved, 7, home)).toEqual([{ index: 2, at: [1, 1] }])
  expect(placeOf(moved, 7)).toEqual([0.123, 1])
})

describe('the sweep', () => {
  it.each(['wheel', 'patches'] as const)('says what a run of its own says, coarse first: %s', (scene) => {
    const p = with_({ scene, chart: 'sweep', n: 100, steps: 16 })
    const known: number[] = []
    const work = sweepOf('apg').compute(p)
    let next = work.next()
    for (; !next.done; next = work.next()) known.push(next.value.result.found.mean.filter(Number.isFinite).length)
    const { w, found } = next.value as Sweep
    expect([w.length, w[0], w[32]]).toEqual([33, 1, 20])
    expect(known[0]).toBe(5)
    expect(known).toEqual(known.toSorted((a, b) => a - b))
    expect([...found.mean, ...found.posterior].every(Number.isFinite)).toBe(true)
    for (const k of [0, 13, 32]) {
      const q = { ...p, w: w[k]! }
      const s = model.init(q)
      for (let step = 0; step < q.steps; step++) model.step(s, q)
      expect(found.mean[k]).toBe(s.apg.found.mean)
      expect(found.posterior[k]).toBe(s.apg.found.posterior)
    }
  })

  it('gives way every few milliseconds of work', () => {
    const work = sweepOf('cfg').compute(with_({ chart: 'sweep', n: 500, steps: 64 }))
    let yields = 0
    while (!work.next().done) yields++
    expect(yields).toBeGreaterThan((33 * 500 * 64) / 12_000)
  }, 30_000)
})

it('a press finds the picture under it', () => {
  expect(pictureAt([0.5, 12.5])).toBe(1)
  expect(pictureAt([6.8 + 5.5, 7.5])).toBe(36)
  expect(pictureAt([6.5, 8])).toBeNull()
  expect(pictureAt([3, 3])).toBeNull() // true pictures have no push
})

it('a sheet has pictures side by side, grey being the middle', () => {
  const [inside, rest] = [new Float64Array(6 * 9), new Float64Array(6 * 192)]
  inside[4 * 9 + 8] = 1
  rest[4 * 192] = 1 // red of the first pixel of picture 4: second row, second column
  const { bytes } = sheetOf(inside, rest, 3, 2)
  expect(bytes).toHaveLength(4 * 24 * 16)
  const red = 4 * (8 * 24 + 8)
  expect([...bytes.subarray(red, red + 4)]).toEqual([255, 128, 128, 255])
  expect(bytes.filter((v) => v !== 128 && v !== 255)).toHaveLength(0)
})

describe('claims that also hold elsewhere', () => {
  const live = demo.claims.filter((claim) => claim.also)
  it.each(live.map((claim) => [claim.says, claim] as const))(
    '%s',
    async (_, claim) => {
      const any = fc.record({
        scene: fc.constantFrom('wheel' as const, 'patches' as const),
        w: fc.double({ min: 1, max: 20, noNaN: true }),
        eta: fc.constantFrom(0, 0, 0.5, 1.5),
        clip: fc.boolean(),
        r: fc.double({ min: 0.01, max: 1, noNaN: true }),
        beta: fc.double({ min: -0.95, max: 0.95, noNaN: true }),
        hue: fc.constantFrom('lime' as const, 'azure' as const),
        std: fc.double({ min: 0.05, max: 0.4, noNaN: true }),
        centre: fc.constantFrom([0, 0] as const, [1, -0.5] as const),
        steps: fc.integer({ min: 8, max: 64 }),
        n: fc.integer({ min: 50, max: 400 }),
        seed: fc.nat(1000),
      })
      let [held, left] = [0, 0]
      for (const changes of fc.sample(any, { numRuns: 6000, seed: 5 })) {
        const p = with_(changes)
        if (!claim.also?.(p)) {
          left++
          continue
        }
        if (held > 25) continue
        held++
        const run = await runHeadless(demo as AnyDemo, p)
        expect(measureOn(demo as AnyDemo, claim as never, run), JSON.stringify(changes)).toMatchObject({ pass: true })
      }
      expect(held).toBeGreaterThan(2)
      expect(left).toBeGreaterThan(50)
    },
    30_000,
  )
})

it('a press on a finished sample traces it', () => {
  const p = with_({ n: 40 })
  const { ends } = model.frame(model.init(p), p)
  const [x, y] = [ends.cfg.x[24]!, ends.cfg.x[25]!]
  const found = planePress([x, y], { params: p, frame: { ends } } as never)
  const traced = { ...p, ...found }
  const s = model.init(traced)
  for (let k = 0; k < p.steps; k++) model.step(s, traced)
  expect(Math.hypot(s.traced!.cfg.x[0]! - x, s.traced!.cfg.x[1]! - y)).toBeLessThan(0.01)
  expect(planePress([4, 4], { params: p, frame: { ends } } as never)).toBeNull()
})
