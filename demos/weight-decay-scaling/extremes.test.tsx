// Pictures of extreme settings have finite coordinates, whatever the weights do.
import { expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { pictureOf, Timeline } from '@/engine'
import { drawingOf, sceneFor } from '../../tests/support/drawing'
import demo from './demo'
import type { Params } from './params'
import views from './views'

const settings: readonly Partial<Params>[] = [
  { lambda: 0 },
  { lambda: 0, init: 0, tab: 'widths' },
  { eta: 1, lambda: 100, d: '8' },
  { eta: 1, lambda: 100, d: '8', tab: 'widths' },
  { eta: 1, lambda: 100, d: '8', tab: 'network' },
  { eta: 1e-5, lambda: 0.001, init: 0, alpha: 2, d: '8' },
  { beta1: 0, beta2: 0, d: '8' },
  { tab: 'rates', d: '8', init: 0 },
]

it.each(settings)('%o', (wanted) => {
  const params = merge(demo.params, defaultsOf(demo.params), { ...wanted, steps: 60, updates: 60 })
  const timeline = new Timeline(demo as never, params)
  timeline.extend(Number.POSITIVE_INFINITY)
  for (const step of new Set([0, 1, timeline.last])) {
    const scene = sceneFor(demo as never, { ...pictureOf(timeline, step), params })
    for (const [name, view] of Object.entries(views)) {
      const drawn = drawingOf(view as never, scene)
      if (drawn === null) continue
      expect(drawn.window.every(Number.isFinite), `${name}: window`).toBe(true)
      expect(drawn.svg, `${name} at step ${step}`).not.toMatch(/NaN|Infinity|undefined/)
    }
  }
})
