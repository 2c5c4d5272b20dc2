import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PlotProvider } from './parts'
import { planeOf } from './plane'
import { Ring, ringPlace } from './ring'
import { THEMES } from './tokens'

const plane = planeOf(
  [
    [-1, 1],
    [-1, 1],
  ],
  200,
  200,
  { left: 0, right: 0, top: 0, bottom: 0 },
) // 100 px a unit
const node = (k: number, count: number) => ringPlace(k, count, [0, 0], 0.9)

it('begins on top and goes clockwise', () => {
  const places = [0, 1, 2, 3].map((k) => node(k, 4))
  for (const [k, at] of [
    [0, 0.9],
    [0.9, 0],
    [0, -0.9],
    [-0.9, 0],
  ].entries())
    for (const axis of [0, 1] as const) expect(places[k]![axis]).toBeCloseTo(at[axis]!, 12)
})

it('draws a chord from node to node, every node, and the marked ones again', () => {
  const svg = renderToStaticMarkup(
    <PlotProvider value={{ plane, palette: THEMES.light, id: 'test' }}>
      <Ring
        count={4}
        center={[0, 0]}
        radius={0.9}
        links={[{ from: 1, to: 3, color: '#123456' }]}
        color="#111111"
        marked={[2]}
        mark="#222222"
      />
    </PlotProvider>,
  )
  const [chord] = [...svg.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"[^>]*stroke="#123456"/g)]
  for (const [k, end] of [190, 100, 10, 100].entries()) expect(Number(chord![k + 1])).toBeCloseTo(end, 9)
  const nodes = (color: string) =>
    svg.match(new RegExp(`<path d="([^"]*)" fill="none" stroke="${color}"`))![1]!.match(/M/g)!.length
  expect(nodes('#111111')).toBe(4)
  expect(nodes('#222222')).toBe(1)
})
