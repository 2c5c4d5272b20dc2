import { PerspectiveCamera, Vector3 } from 'three'
import { expect, it } from 'vitest'
import { aim } from './lens'

const view = { position: [0, 0, 5], target: [0, 0, 0], fov: 30 } as const
/** The place of a point of the world in the picture, each coordinate from -1 to 1. */
function seen(aspect: number, at: readonly [number, number, number]) {
  return new Vector3(...at).project(aim(new PerspectiveCamera(), aspect, view))
}

it('keeps the angle upward of a stage that is wide enough', () => {
  const edge = 5 * Math.tan((15 * Math.PI) / 180)
  for (const aspect of [1.19, 1.5, 3]) expect(seen(aspect, [0, edge, 0]).y).toBeCloseTo(1)
})

it('sees as much across in a narrow stage as in one of a page', () => {
  const { x } = seen(1.19, [1.2, 0, 0])
  for (const aspect of [1, 0.7, 0.3]) expect(seen(aspect, [1.2, 0, 0]).x).toBeCloseTo(x)
  expect(seen(2, [1.2, 0, 0]).x).toBeLessThan(x)
})
