// Numbers refer to the list "Must hold" of the method; the others are in src/domains/optim/lowRank.test.ts and tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { ADAM } from '@/domains/optim/adaptive'
import { imbalanceOf, levelled, perform, productOf, startLowRank, stepLowRank } from '@/domains/optim/lowRank'
import { median } from '@/numerics/regression'
import { norm } from '@/numerics/smallMatrix'
import { imbalanceAt, rightEnd, startWeights } from './geometry'
import { model, type Params, params, type State, startPush, writePush } from './model'
import { LANES, type Lane, laneOf, OFF, SIZE, WHOLE } from './params'
import { problemOf } from './problem'
import { readouts } from './readouts'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

function stateAt(p: Params, step = model.steps(p)): State {
  const s = model.init(p)
  for (let k = 0; k < step; k++) model.step(s, p)
  return s
}
const productAt = (s: State, lane: Lane) => {
  const out = new Float64Array(SIZE * SIZE)
  productOf(s.lanes[lane], out)
  return out
}

describe('the problem', () => {
  it('has the singular values that it is given, in the order of their size', () => {
    const p = with_({ spectrum: [0.1, 3, 0, 2, ...Array<number>(8).fill(0.05)] })
    const { order, least, target } = problemOf(p)
    expect(order.slice(0, 3)).toEqual([1, 3, 0])
    expect(least).toBeCloseTo((8 * 0.05 ** 2 - 0.05 ** 2) / 2, 12) // 0.1 and one of 0.05 are kept at rank 4
    expect(norm(target) ** 2).toBeCloseTo(0.01 + 9 + 4 + 8 * 0.05 ** 2, 12)
  })

  it('begins with the same product at any imbalance', () => {
    const [light, heavy] = [productAt(stateAt(with_({ c: 1 }), 0), 'none'), productAt(stateAt(with_({ c: 30 }), 0), 'none')]
    for (const [k, value] of light.entries()) expect(heavy[k]).toBeCloseTo(value, 13)
    expect(problemOf(with_({ c: 30 })).imbalance).toBeGreaterThan(100 * problemOf(with_({ c: 1 })).imbalance)
  })
})

describe('the runs', () => {
  it('7: without a period all four are the same, bit by bit', () => {
    const s = stateAt(with_({ period: OFF }), 120)
    for (const lane of LANES) {
      expect(s.lanes[lane].b).toEqual(s.lanes.none.b)
      expect(s.lanes[lane].a).toEqual(s.lanes.none.a)
    }
    expect(laneOf({ refactor: false, reset: false })).toBe('none')
    const tricked = stateAt(with_({}), 120)
    for (const lane of ['reset', 'refactor', 'both'] as const) expect(tricked.lanes[lane].b).not.toEqual(tricked.lanes.none.b)
  })

  it('play the tricks of their names every P steps', () => {
    const p = with_({ period: 7 })
    const s = stateAt(p, 14)
    expect(imbalanceOf(s.lanes.refactor)).toBeLessThan(1e-12)
    expect(imbalanceOf(s.lanes.both)).toBeLessThan(1e-12)
    expect(imbalanceOf(s.lanes.reset)).toBeGreaterThan(10)
    expect(LANES.map((lane) => s.lanes[lane].memoryB.steps)).toEqual([14, 0, 14, 0])
    expect(stateAt(p, 13).lanes.both.memoryA.steps).toBe(6)
  })

  it('2: with both tricks the product does not feel the signs of the singular vectors', () => {
    const p = with_({})
    const { b, a } = problemOf(p)
    const [kept, flipped] = [startLowRank(SIZE, SIZE, 4, b, a), startLowRank(SIZE, SIZE, 4, b, a)]
    const [x, y] = [new Float64Array(SIZE * SIZE), new Float64Array(SIZE * SIZE)]
    for (let step = 1; step <= 120; step++) {
      for (const lane of [kept, flipped]) {
        stepLowRank(problemOf(p), lane, { ...ADAM, rate: 0.01 }, 0, null)
        if (step % 20 === 0) perform(lane, { refactor: true, reset: true })
      }
      if (step % 20 === 0)
        for (let i = 0; i < SIZE; i++) {
          flipped.b[i * 4 + 1]! *= -1
          flipped.a[SIZE + i]! *= -1
        }
    }
    productOf(kept, x)
    productOf(flipped, y)
    for (const [k, value] of x.entries()) expect(y[k]).toBeCloseTo(value, 9)
  })

  it('8: medians of five seeds at step 200', () => {
    const ends = [1, 2, 3, 4, 5].map((seed) => {
      const p = with_({ seed })
      return { p, s: stateAt(p, 200) }
    })
    const at = (lane: Lane) => median(ends.map(({ p, s }) => s.losses[lane] - problemOf(p).least))
    expect(at('both')).toBeLessThan(at('refactor') / 10)
    expect(at('refactor')).toBeLessThan(at('none') / 50)
    expect(at('reset') / at('none')).toBeGreaterThan(0.5)
    expect(at('reset') / at('none')).toBeLessThan(2)
  }, 20_000)

  it('get the same noise', () => {
    const s = stateAt(with_({ noise: 0.5, period: OFF }), 40)
    for (const lane of LANES) expect(s.lanes[lane].b).toEqual(s.lanes.none.b)
    expect(s.lanes.none.b).not.toEqual(stateAt(with_({ period: OFF }), 40).lanes.none.b)
  })

  it('full rank comes below the least of rank r; a product never does', () => {
    const p = with_({ eta: 0.05 })
    const s = stateAt(p, 300)
    expect(s.losses.full).toBeLessThan(problemOf(p).least / 100)
    for (const lane of LANES) expect(s.losses[lane]).toBeGreaterThan(problemOf(p).least - 1e-12)
  })

  it.each([
    { eta: 10 },
    { c: 300, r: 12 },
    { noise: 100, period: 1 },
    { spectrum: Array<number>(SIZE).fill(0) },
    { beta1: 0, r: 1, recovery: 1000 },
    { c: 0.1, period: 1, eta: 0.2 },
  ] satisfies Partial<Params>[])('stay finite for %o', (changes) => {
    const p = with_(changes)
    const s = stateAt(p, 120)
    for (const name of [...LANES, ...WHOLE]) expect(Number.isFinite(s.losses[name])).toBe(true)
    const { lanes } = model.frame(s, p)
    for (const { b, a, push } of Object.values(lanes)) {
      const even = levelled({ n: SIZE, m: SIZE, r: p.r, b, a }, 0.5)
      for (const part of [b, a, even.b, even.a, push.stepB, push.stepA]) expect(part.every(Number.isFinite)).toBe(true)
    }
  })
})

describe('what is shown', () => {
  it('after a reset the next step is one rate downhill in each entry; while it is remembered it is not', () => {
    const p = with_({})
    const s = stateAt(p, 50)
    const push = startPush(SIZE * 4)
    writePush(s.lanes.both, p, push)
    for (const [k, value] of push.freshA.entries()) expect(push.stepA[k]).toBeCloseTo(value, 2)
    const { refactorAgrees, bothAgrees } = readouts
    expect(bothAgrees.of(s, p)).toBeCloseTo(1, 6)
    expect(refactorAgrees.of(s, p)).toBeLessThan(0.6)
    const before = s.lanes.both.memoryA.kept[0]!.slice()
    writePush(s.lanes.both, p, push)
    expect(s.lanes.both.memoryA.kept[0]).toEqual(before) // drawing changes nothing
  })

  it('what is learned along the singular directions adds up to the product', () => {
    const p = with_({ r: SIZE })
    const s = stateAt(p, 60)
    const out = new Float64Array(LANES.length * SIZE)
    readouts.learned.write(s, p, out)
    const { left, right } = problemOf(p)
    const product = productAt(s, 'both')
    let along = 0
    for (let i = 0; i < SIZE; i++)
      for (let j = 0; j < SIZE; j++) along += left[SIZE + i]! * product[i * SIZE + j]! * right[SIZE + j]!
    expect(out[LANES.indexOf('both') * SIZE + 1]).toBeCloseTo(along, 12)
  })

  it('evening out levels the beam', () => {
    const { b, a } = stateAt(with_({}), 100).lanes.none
    const even = levelled({ n: SIZE, m: SIZE, r: 4, b, a }, 1)
    expect(rightEnd([norm(b), norm(a)])[1]).toBeGreaterThan(0.2)
    expect(rightEnd([norm(even.b), norm(even.a)])[1]).toBeCloseTo(0, 9)
  })

  it('the beam is level at c = 1 or so, and its end says c', () => {
    for (const c of [1, 4, 17, 30]) {
      const p = with_({ c })
      expect(imbalanceAt(rightEnd(startWeights(p))[1], p)).toBeCloseTo(c, 9)
    }
    expect(Math.abs(rightEnd(startWeights(with_({ c: 1 })))[1])).toBeLessThan(0.05)
  })
})
