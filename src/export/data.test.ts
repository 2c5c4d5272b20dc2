import { csvParse } from 'd3'
import { expect, it } from 'vitest'
import { type AnyDemo, defaultsOf } from '@/contract'
import { runHeadless } from '@/engine'
import heavyBall from '~demos/heavy-ball/demo'
import { columnsOf, csvOf, csvOfMap, jsonOf, originOf } from './data'

const ball = heavyBall as unknown as AnyDemo
const origin = originOf(ball, 'https://example.org/d/heavy-ball/?beta=0.9')
const body = (csv: string) =>
  csv
    .split('\n')
    .filter((line) => !line.startsWith('# '))
    .join('\n')

it('writes a run that reads back to the last digit, with where it comes from', async () => {
  const run = await runHeadless(ball, { beta: 0.9 })
  const csv = csvOf(ball, run, origin)
  expect(csv).toMatch(
    /^# The heavy ball\n# https:\/\/example\.org\/d\/heavy-ball\/\?beta=0\.9\n# .*arxiv.*\n# version \d+\nstep,/,
  )
  const rows = csvParse(body(csv))
  expect(rows).toHaveLength(run.last + 1)
  for (const [key, { hidden, label, unit }] of Object.entries(ball.readouts)) {
    if (hidden) continue
    const column = unit ? `${label} (${unit})` : label
    const read = rows.map((row) => (row[column] === '' ? Number.NaN : Number(row[column])))
    expect(read, column).toEqual([...(run.series[key] as Float64Array)])
  }
})
/** A demo with a map, whose summary has a number. */
const withMap = {
  ...ball,
  maps: { sweep: { summary: { slope: { label: 'slope', unit: 'a decade', of: () => 0.5 } } } },
} as unknown as AnyDemo

it('writes a map by columns, its own numbers first', () => {
  const result = { x: Float64Array.of(1, 10, 100), y: [2, Number.NaN, 8] }
  const csv = csvOfMap(withMap, 'sweep', result, defaultsOf(ball.params), origin)
  expect(body(csv)).toBe('slope (a decade),x,y\n0.5,1,2\n,10,\n,100,8')
})
it('takes every row of numbers out of a result', () => {
  const result = { a: Float64Array.of(1, 2), b: [{ c: [3, null] }, { c: [4] }], d: 5, e: new Map([['f', [6]]]), g: 'h', i: null }
  expect(columnsOf(result)).toEqual([
    ['a', [1, 2]],
    ['b.#', [0, 0, 1]],
    ['b.c', [3, undefined, 4]],
    ['d', [5]],
    ['e.f', [6]],
    ['g', ['h']],
  ])
})
it('quotes what would break a line', () => {
  const odd = { readouts: { a: { label: 'a, "b"', unit: 'm' } } } as unknown as AnyDemo
  expect(csvOf(odd, { series: { a: Float64Array.of(1, Number.NaN) }, last: 1 })).toBe('step,"a, ""b"" (m)"\n0,1\n1,')
})
it('writes everything as JSON, what is not finite as a word', async () => {
  const run = await runHeadless(ball, { beta: 1.1 })
  const maps = { sweep: { x: Float64Array.of(1, Number.POSITIVE_INFINITY) } }
  const read = JSON.parse(jsonOf(withMap, run, maps, origin))
  expect(read).toMatchObject({ title: 'The heavy ball', params: { beta: 1.1 }, last: run.last })
  expect(read.maps.sweep).toEqual({ numbers: { slope: 0.5 }, result: { x: [1, 'Infinity'] } })
  for (const [key, { values }] of Object.entries<{ values: (number | string)[] }>(read.readouts))
    expect(values.length, key).toBe(run.last + 1)
})
