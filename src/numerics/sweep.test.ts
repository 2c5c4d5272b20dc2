import { expect, it, vi } from 'vitest'
import { bands, coarseFirst, type Lane, type Row, sweep } from './sweep'

interface Params {
  method: string
  rate: number
  seed: number
}
function* run({ method, rate, seed }: Params): Generator<number, number, void> {
  yield 0.5
  return (method === 'fast' ? 2 : 1) * rate + seed / 100
}
const laneOf = (method: string, values = [1, 2, 3, 4, 5]): Lane<Params> => ({
  name: method,
  values,
  seeds: (value) => (value > 3 ? 1 : 2),
  params: (rate, seed) => ({ method, rate, seed }),
})
function whole(work: ReturnType<typeof sweep<Params, number>>) {
  const shares: number[] = []
  const told: (readonly Row<number>[])[] = []
  for (;;) {
    const next = work.next()
    if (next.done) return { rows: next.value, shares, told }
    shares.push(next.value.done)
    if (!next.value.silent) told.push(next.value.result)
  }
}

it('takes every index once, ends and middle first', () => {
  expect(coarseFirst(9)).toEqual([0, 8, 4, 2, 6, 1, 3, 5, 7])
  for (const count of [0, 1, 2, 3, 10, 33]) {
    expect(coarseFirst(count).toSorted((a, b) => a - b)).toEqual([...Array(count).keys()])
  }
})

it('runs all lanes, values and seeds, coarse first, and tells how far it is', () => {
  const { rows, shares, told } = whole(sweep([laneOf('slow'), laneOf('fast')], { run }))
  expect(rows.find(({ lane, value }) => lane === 'fast' && value === 2)).toEqual({ lane: 'fast', value: 2, ends: [4, 4.01] })
  expect(rows.flatMap(({ ends }) => ends)).toHaveLength(2 * 8)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  const known = (k: number) => told[k]!.filter(({ ends }) => ends.length > 0).map(({ lane, value }) => `${lane} ${value}`)
  expect(known(3)).toEqual(['slow 1', 'slow 5', 'fast 1', 'fast 5'])
  expect(told[9]!.every(({ ends }) => ends.length === 1)).toBe(true) // every value once before any comes twice
  expect(told[3]).not.toBe(told[4])
})

it('goes on from what is kept, and weighs runs by their cost', () => {
  const kept = new Map<string, number>()
  const counted = vi.fn(run)
  whole(sweep([laneOf('slow')], { run: counted, kept }))
  expect(counted).toHaveBeenCalledTimes(8)
  const { rows } = whole(sweep([laneOf('slow'), laneOf('fast')], { run: counted, kept }))
  expect(counted).toHaveBeenCalledTimes(16)
  expect(rows.map(({ ends }) => ends.length)).toEqual([2, 2, 2, 1, 1, 2, 2, 2, 1, 1])
  const { shares } = whole(sweep([laneOf('slow', [1, 9])], { run, cost: ({ rate }) => rate }))
  expect(shares).toEqual([0.5 / 11, 1 / 11, 5.5 / 11, 10 / 11, 10.5 / 11, 1])
})

it('has the median and the band of one number of the ends, by value', () => {
  const row = (lane: string, value: number, ...ends: number[]): Row<{ loss: number }> => ({
    lane,
    value,
    ends: ends.map((loss) => ({ loss })),
  })
  const rows = [
    row('a', 1, 5, 1, 2, 4, 3),
    row('b', 1, 99),
    row('a', 2),
    row('a', 4, 7),
    row('a', 8, Number.NaN),
    row('a', 16, 1, 2, Infinity),
  ]
  expect(bands(rows, 'a', ({ loss }) => loss)).toEqual({
    values: [1, 4, 16],
    low: [2, 7, 1.5],
    median: [3, 7, 2],
    high: [4, 7, Infinity],
  })
  expect(bands(rows, 'a', ({ loss }) => loss, 1)).toMatchObject({ low: [1, 7, 1], high: [5, 7, Infinity] })
  expect(bands(rows, 'c', ({ loss }) => loss)).toEqual({ values: [], low: [], median: [], high: [] })
})
