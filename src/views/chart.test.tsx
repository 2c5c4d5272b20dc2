import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Point, Window } from '@/contract'
import { sweep } from '@/numerics/sweep'
import { Chart } from './chart'
import { PlotProvider } from './parts'
import { PathChart } from './pathChart'
import { planeOf } from './plane'
import { SweepChart, sweepLines, sweepWindow } from './sweepChart'
import { THEMES } from './tokens'

const drawn = (window: Window, children: React.ReactNode) =>
  renderToStaticMarkup(
    <PlotProvider
      value={{
        plane: planeOf(window, 400, 200, { left: 0, right: 0, top: 0, bottom: 0 }),
        palette: THEMES.light,
        id: 'test',
      }}
    >
      {children}
    </PlotProvider>,
  )
const count = (text: string, part: string) => text.split(part).length - 1

it('a chart has the past firm, the future pale, a rule at the present, and names at the ends', () => {
  const lines = [
    { name: 'a', text: 'first', color: '#123456', ys: [0, 1, 2, 3, 4] },
    { name: 'b', text: 'second', color: '#654321', ys: [4, 3] }, // over before the present
    { name: 'c', color: '#222222', ys: [1, 1, Number.NaN, 1, 1] },
  ]
  const svg = drawn(
    [
      [0, 4],
      [0, 4],
    ],
    <Chart lines={lines} step={2} last={4} />,
  )
  expect(svg).toContain('d="M0 200L100 150L200 100"') // past of the first
  expect(svg).toContain('d="M200 100L300 50L400 0"') // its future
  expect(count(svg, 'stroke-opacity="0.3"')).toBe(3)
  expect(svg).toContain('x1="200" x2="200"')
  expect(count(svg, '<circle')).toBe(1) // of the first: the second is over, the third has a gap
  expect(svg).toContain('>first<')
  expect(svg).toContain('>second<')
  expect(count(svg, '<text')).toBe(2)
  expect(svg).not.toMatch(/NaN|Infinity/)
})

it('a chart names a curve where its known part ends', () => {
  const lines = [{ name: 'a', text: 'first', color: '#123456', ys: [0, 1, 2, 3, 4] }]
  const at = (last: number) =>
    drawn(
      [
        [0, 4],
        [0, 4],
      ],
      <Chart lines={lines} step={2} last={last} />,
    ).match(/<text x="(\d+)" y="(\d+)"/)!
  expect(at(2).slice(1)).toEqual(['200', '93'])
  expect(Number(at(4)[1])).toBeGreaterThan(390)
})

it('a chart of paths goes by an x for each step of each curve', () => {
  const lines = [{ name: 'a', text: 'cheap', color: '#123456', xs: [Number.NaN, 1, 2, 3], ys: [9, 4, 2, 0] }]
  const svg = drawn(
    [
      [0, 4],
      [0, 4],
    ],
    <PathChart lines={lines} step={2} last={3} from={1} />,
  )
  expect(svg).toContain('d="M100 0L200 100"') // its past, from the first step with an x
  expect(svg).toContain('d="M200 100L300 200"') // its future
  expect(svg).toMatch(/<circle cx="200" cy="100"/)
  expect(svg).toContain('>cheap<')
  expect(svg).not.toMatch(/NaN|Infinity/)
})

it('a chart has its names beyond the ends, where it has room for them', () => {
  const lines = [{ name: 'a', text: 'first', color: '#123456', xs: [0, 1, 2], ys: [4, 3, 2] }]
  const window: Window = [
    [0, 4],
    [0, 4],
  ]
  const name = '<text x="211" y="104" text-anchor="start"'
  expect(drawn(window, <Chart lines={lines} step={1} last={2} beyond />)).toContain(name)
  expect(drawn(window, <PathChart lines={lines} step={1} last={2} beyond />)).toContain(name)
})

const laneOf = (name: string, factor: number) => ({
  name,
  values: [0.01, 0.1, 1],
  seeds: () => 3,
  params: (value: number, seed: number) => ({
    end: value === 1 && name === 'b' ? Number.POSITIVE_INFINITY : factor * value * (1 + seed),
  }),
})
function rows() {
  const work = sweep([laneOf('a', 1e-3), laneOf('b', 1)], {
    *run({ end }) {
      yield 0.5
      return end
    },
  })
  const firsts = []
  for (;;) {
    const next = work.next()
    if (next.done) return { firsts, all: next.value }
    if (!next.value.silent) firsts.push(next.value.result)
  }
}
const looks = [
  { lane: 'a', text: 'one', color: '#123456' },
  { lane: 'b', text: 'two', color: '#654321', square: true },
]
const of = (end: number) => end

it('a sweep knows which values work, by the median of their seeds', () => {
  const [one, two] = sweepLines(rows().all, looks, of, 0.001)
  expect([...one!.working]).toEqual([0.01, 0.1]) // medians 2e-5, 2e-4, 2e-3
  expect([...two!.working]).toEqual([])
  expect(one!.dots).toHaveLength(9)
})

it('a sweep chart has dots, bands, medians, the values that work, and the rate on screen; what flew off is at the edge', () => {
  const range: Point = [-5, 1]
  const chart = (lines: ReturnType<typeof sweepLines>) =>
    drawn(
      sweepWindow([-2.2, 0.2], range, 2),
      <SweepChart
        lines={lines}
        range={range}
        threshold={1e-3}
        word="works"
        values={[-2.2, 0.2]}
        count={(name, working) => `${name}: ${working}`}
        here={[{ at: -1, knob: 'top', text: 'mine', color: '#abcdef' }]}
      />,
    )
  const { firsts, all } = rows()
  const whole = chart(sweepLines(all, looks, of, 1e-3))
  expect(whole).toContain('>one: 2<')
  expect(whole).toContain('>two: 0<')
  expect(count(whole, '<rect')).toBe(6)
  expect(count(whole, 'fill="#123456"')).toBeGreaterThanOrEqual(3) // its band, and two values that work
  expect(whole).toContain('stroke="#abcdef"')
  expect(whole).toContain('>mine<')
  expect(whole).not.toMatch(/NaN|Infinity/)
  const first = chart(sweepLines(firsts[0]!, looks, of, 1e-3)) // one run is known
  expect(first).toContain('>one: 1<')
  expect(first).not.toMatch(/NaN|Infinity/)
  expect(chart(sweepLines([], looks, of, 1e-3))).not.toMatch(/NaN|Infinity/)
})

it('a sweep chart may have linear scales', () => {
  const range: Point = [0, 10]
  const lines = sweepLines([{ lane: 'a', value: 1, ends: [6] }], looks.slice(0, 1), of, 8)
  const chart = drawn(
    [
      [0, 4],
      [0, 10],
    ],
    <SweepChart x="linear" y="linear" lines={lines} range={range} values={[0, 4]} threshold={8} word="works" here={[]} />,
  )
  expect(chart).toContain('d="M100 80h0"') // its median
  expect(chart).toContain('<line x1="0" y1="40" x2="400" y2="40"') // the threshold
})
