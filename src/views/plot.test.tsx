import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { AnyScene, PlotView } from '@/contract'
import { Label, PlotProvider, SpreadLabels } from './parts'
import { planeOf } from './plane'
import { layersOf } from './plot'
import { THEMES } from './tokens'

const plane = planeOf(
  [
    [0, 4],
    [0, 1],
  ],
  400,
  100,
  { left: 0, right: 0, top: 0, bottom: 0 },
)
const view: PlotView<AnyScene> = { kind: 'plot', window: plane.window, draw: () => 'all', marks: () => {} }
const scene = {} as AnyScene

it('draws nothing but words while a view waits, or what the view says', () => {
  expect(layersOf(view, false)).toBe(view)
  expect(Object.keys(layersOf(view, true))).toEqual(['draw'])
  const bare = layersOf({ ...view, waiting: () => 'bare' }, true)
  expect([bare.draw?.(scene), bare.marks]).toEqual(['bare', view.marks])
  const part: PlotView<AnyScene> = { ...view, seen: () => [0, 1] }
  expect(layersOf(part, true)).toBe(part)
})

it('leaves out words for places that are not seen', () => {
  const words = (seen?: readonly [number, number]) =>
    renderToStaticMarkup(
      <PlotProvider value={{ plane, palette: THEMES.light, id: 'test', ...(seen && { seen }) }}>
        <Label at={[1, 0.5]}>near</Label>
        <Label at={[3, 0.5]}>far</Label>
        <SpreadLabels labels={[1, 3].map((x) => ({ at: [x, 0.2], text: `at ${x}`, color: '#111111' }))} />
      </PlotProvider>,
    ).match(/(?<=>)[^<]+(?=<)/g)
  expect(words()).toEqual(['near', 'far', 'at 1', 'at 3'])
  expect(words([0, 2])).toEqual(['near', 'at 1'])
})
