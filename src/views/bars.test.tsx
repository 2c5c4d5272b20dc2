import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { barHandles, barOffset, numbers } from '@/contract'
import { type BarSeries, Bars, barEnds, GroupNames } from './bars'
import { PlotProvider } from './parts'
import { planeOf } from './plane'
import { THEMES } from './tokens'

const plane = planeOf(
  [
    [-0.6, 2.6],
    [-1, 2],
  ],
  320,
  300,
  { left: 0, right: 0, top: 0, bottom: 0 },
) // 100 px a unit
const drawn = (series: readonly BarSeries[]) =>
  renderToStaticMarkup(
    <PlotProvider value={{ plane, palette: THEMES.light, id: 'test' }}>
      <Bars series={series} />
      <GroupNames names={['A', 'B', 'C']} />
    </PlotProvider>,
  )
const rings = (svg: string) =>
  [...svg.matchAll(/<path d="M([^"]*)Z"/g)].map(([, ring]) => ring!.split('L').map((at) => at.split(' ').map(Number)))

it('draws a bar of each series in each group, from the base up or down, and none for what is no number', () => {
  const found = rings(
    drawn([
      { name: 'given', values: [1, -0.5, 2], color: '#111111', outline: true },
      { name: 'learned', values: [0.5, Number.NaN, 0], color: '#222222' },
    ]),
  )
  expect(found).toHaveLength(5)
  const [left, right] = barEnds(1, 0, 2)
  expect(found[1]!.map(([x]) => x)).toEqual([left, right, right, left].map((x) => Math.round(plane.x(x) * 10) / 10))
  expect(found[1]!.map(([, y]) => y)).toEqual([200, 200, 250, 250]) // below the base, which is at 200 px
})

it('keeps the bars of a group apart, and the groups', () => {
  for (const count of [1, 2, 3, 5]) {
    const ends = [0, 1].flatMap((group) => Array.from({ length: count }, (_, k) => barEnds(group, k, count)))
    for (const [k, [left, right]] of ends.entries()) {
      expect(right).toBeGreaterThan(left)
      if (k > 0) expect(left).toBeGreaterThan(ends[k - 1]![1])
    }
  }
})

it('has handles in the middle of the tops', () => {
  const spec = numbers({ label: 'heights', doc: '', names: ['a', 'b'], default: [1, 2], min: 0, max: 2 })
  const { h1 } = barHandles<'h', { h: readonly number[] }, 'bars'>('h', spec, { view: 'bars', x: (k) => k + barOffset(2, 3) })
  const [left, right] = barEnds(1, 2, 3)
  const [x, y] = h1!.at({ h: [1, 2] })
  expect(x).toBeCloseTo((left + right) / 2, 12)
  expect(y).toBe(2)
})

it('names the groups below', () => {
  expect(drawn([]).match(/>[ABC]<\/text>/g)).toHaveLength(3)
})
