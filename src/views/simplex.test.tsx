import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PlotProvider } from './parts'
import { planeOf } from './plane'
import { SIMPLEX_WINDOW, Simplex } from './simplex'
import { THEMES } from './tokens'

const plane = planeOf(SIMPLEX_WINDOW, 400, 350, { left: 0, right: 0, top: 0, bottom: 0 }, true)
const drawn = (weights: readonly [number, number, number] | null) =>
  renderToStaticMarkup(
    <PlotProvider value={{ plane, palette: THEMES.light, id: 'test' }}>
      <Simplex names={['A', 'B', 'C']} weights={weights} levels={9} />
    </PlotProvider>,
  )

it('draws the triangle with equal sides inside of its window, and names its corners', () => {
  const svg = drawn(null)
  const [, ring] = /<path d="M([^"]*)Z"/.exec(svg)!
  const corners = ring!.split('L').map((at) => at.split(' ').map(Number))
  const side = (i: number, j: number) => Math.hypot(corners[i]![0]! - corners[j]![0]!, corners[i]![1]! - corners[j]![1]!)
  expect(side(0, 1)).toBeCloseTo(side(1, 2), 0)
  expect(side(1, 2)).toBeCloseTo(side(2, 0), 0)
  for (const [x, y] of corners) expect(x! > 0 && x! < 400 && y! > 0 && y! < 350).toBe(true)
  expect(svg.match(/>[ABC]<\/text>/g)).toHaveLength(3)
  expect(svg).not.toContain('<line')
})

it('draws parallel lines of equal mean, and none where all weights are the same', () => {
  const lines = [...drawn([1, 0.8, 0.5]).matchAll(/<line x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/g)]
  expect(lines).toHaveLength(9)
  const slopes = lines.map(([, x1, y1, x2, y2]) => (Number(y2) - Number(y1)) / (Number(x2) - Number(x1)))
  for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0]!, 6)
  expect(drawn([1, 1, 1])).not.toContain('<line')
})
