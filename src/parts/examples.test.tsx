import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { THEMES } from '@/views'
import { PlotProvider } from '@/views/parts'
import { planeFor } from '@/views/plot'
import { examples } from './examples'

/** Parts that hold a picture but draw none. */
const HOSTS = ['Axes', 'Copied', 'Handles', 'HatchPattern', 'Plot', 'PlotProvider', 'Stage3d']
const modules = import.meta.glob<Record<string, unknown>>('../views/*.tsx', { eager: true })
const components = Object.values(modules)
  .flatMap(Object.keys)
  .filter((name) => /^[A-Z][a-z]/.test(name))

it('every part of a picture has an example', () => {
  const shown = new Set(examples.flatMap(({ parts }) => parts))
  expect(components.filter((name) => !shown.has(name) && !HOSTS.includes(name))).toEqual([])
  expect([...shown, ...HOSTS].filter((name) => name !== 'Stage3d' && !components.includes(name))).toEqual([])
})

it.each(examples.flatMap((example) => Object.values(THEMES).map((palette) => ({ example, palette, name: example.parts[0] }))))(
  '$name is drawn in the theme $palette.name',
  ({ example, palette }) => {
    const view = { kind: 'plot' as const, ...example, draw: () => example.draw(palette) }
    const { plane } = planeFor(view, { palette } as never, { width: 340, height: 240 })
    const svg = renderToStaticMarkup(<PlotProvider value={{ plane, palette, id: 'test' }}>{view.draw()}</PlotProvider>)
    expect(svg).toMatch(/<(path|rect|circle|line|text)/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  },
)
