// Pictures of settings that nobody would choose: finite coordinates, with the maps whole.
import { expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { pictureOf, resultNow, Timeline } from '@/engine'
import { drawingOf, sceneFor } from '../../tests/support/drawing'
import demo from './demo'
import type { Params } from './params'
import views from './views'

const DIFFUSION = Number.POSITIVE_INFINITY
/** All charges in one place. */
const heap = Array.from({ length: 5 }, (_, index) => ({ index, at: [5, -5] as const }))

const settings: readonly Partial<Params>[] = [
  { count: 1, n: 1, steps: 4, sigmaMax: 1 },
  { count: 5, moved: heap, sigmaMax: 80, alpha: 0.5, D: 4096 },
  { count: 60, set: 'spiral', n: 1000, steps: 64, D: 1, sigmaMax: 80, height: 'log', alpha: 0.5 },
  { count: 2, start: [0, 0], mirror: true },
  { count: 2, start: [0, 1.2], D: DIFFUSION, sigmaMax: 1, rise: 80, turn: 180 },
  { tab: 'line', countOnLine: 1, movedOnLine: [{ index: 0, at: [-5, 0] }], D: DIFFUSION, height: 'log', sigmaMax: 80 },
  { tab: 'line', countOnLine: 12, sigmaMax: 1, mirror: true, start: [0, 0] },
  { tab: 'radius', N: 1, D: 1, alpha: 0.5 },
  { tab: 'radius', N: 1, D: DIFFUSION },
  { tab: 'radius', N: 3072, D: 4096, alpha: 0 },
]

it.each(settings)('%o', (wanted) => {
  const params = merge(demo.params, defaultsOf(demo.params), wanted)
  const timeline = new Timeline(demo as never, params)
  timeline.extend(Number.POSITIVE_INFINITY)
  expect(timeline.ended).toBeNull()
  const maps = Object.fromEntries(
    Object.entries(demo.maps ?? {})
      .filter(([, { when }]) => when?.(params) ?? true)
      .map(([name]) => [name, { done: 1, result: resultNow(demo as never, name, params) }]),
  )
  for (const step of new Set([0, 1, timeline.last])) {
    const scene = sceneFor(demo as never, { ...pictureOf(timeline, step), params }, maps)
    for (const [name, view] of Object.entries(views)) {
      const drawn = drawingOf(view as never, scene)
      if (drawn === null) continue
      expect(drawn.window.every(Number.isFinite), `${name}: window`).toBe(true)
      expect(drawn.svg, `${name} at step ${step}`).not.toMatch(/NaN|Infinity|undefined/)
      expect(drawn.bad, `${name} at step ${step}: numbers given to the canvas`).toEqual([])
    }
  }
})
