import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { HeatMatrix } from './heatMatrix'
import { PlotProvider } from './parts'
import { diverging } from './pixels'
import { planeOf } from './plane'
import { THEMES } from './tokens'

const window = [
  [0, 1],
  [0, 1.2],
] as const
const plane = planeOf(window, 200, 240, { left: 0, right: 0, top: 0, bottom: 0 }) // 200 px a unit

it('has the first row on top, full strength for the largest entry, and the colour of the grid for what is no number', () => {
  const svg = renderToStaticMarkup(
    <PlotProvider value={{ plane, palette: THEMES.light, id: 'test' }}>
      <HeatMatrix values={[4, 0, Number.NaN, -4]} size={2} corner={[0, 0]} name="R" color="#111111" />
    </PlotProvider>,
  )
  const cells = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)"[^>]*?fill="([^"]+)"/g)].slice(0, 4)
  const { css } = diverging(THEMES.light)
  expect(cells.map(([, x, y]) => [Number(x), Number(y)])).toEqual([
    [0, 40],
    [100, 40],
    [0, 140],
    [100, 140],
  ])
  expect(cells.map(([, , , fill]) => fill)).toEqual([css[128], css[64], THEMES.light.grid, css[0]])
  expect(svg).toContain('R · ±4')
})
