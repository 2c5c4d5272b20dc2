// The prompt, the objects, and the threshold.
import type { Handle, Point } from '@/contract'
import { sceneOf } from './model'
import { type Params, params } from './params'
import { cellsIn, cornerOf, placeIn } from './places'
import type { View } from './presets'
import { GRID, middleOf } from './world/pictures'

type Drag = Handle<Params, View>

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)
const cell = (value: number): number => clamp(Math.floor(value), 0, GRID - 1)
const PICTURE = cornerOf(0, 'top')
const OBJECTS = cornerOf(0, 'bottom')

/** Sets the place of an object, in columns from the left and rows from the top, among those that were moved. */
const movedTo = (p: Params, index: number, at: Point): Partial<Params> => ({
  moved: [...p.moved.filter((one) => one.index !== index), { index, at }].sort((a, b) => a.index - b.index),
})
const middleAt = (p: Params, index: number): Point => middleOf(sceneOf(p).boxes[index]!)

const object = (index: 0 | 1): Drag => ({
  label: index === 0 ? 'first object' : 'second object, in front',
  view: 'picture',
  moves: ['moved'],
  quiet: true,
  at: (p) => placeIn(middleAt(p, index), OBJECTS),
  move(to, p) {
    const [x, y] = cellsIn(to, OBJECTS)
    const { width, height } = sceneOf(p).boxes[index]!
    const whole = (middle: number, size: number) => clamp(Math.round(middle - size / 2), 0, GRID - size) + size / 2
    return movedTo(p, index, [whole(x, width), whole(y, height)])
  },
  nudge([right, up], p) {
    const [x, y] = middleAt(p, index)
    const { width, height } = sceneOf(p).boxes[index]!
    const to = [x + Math.sign(right), y - Math.sign(up)] as const
    return movedTo(p, index, [clamp(to[0], width / 2, GRID - width / 2), clamp(to[1], height / 2, GRID - height / 2)])
  },
})
/** The line at the threshold; how high its handle stands does not matter. */
const threshold = (view: View, height: number): Drag => ({
  label: 'threshold',
  view,
  moves: ['threshold'],
  quiet: view === 'trade',
  invite: view === 'trade' ? undefined : 'drag the threshold',
  when: (p) => p.tab === 'point',
  at: (p) => [p.threshold, height],
  move: ([x]) => ({ threshold: Math.round(1000 * clamp(x, params.threshold.min, params.threshold.max)) / 1000 + 0 }),
})

export const handles: Readonly<Record<string, Drag>> = {
  prompt: {
    label: 'prompt',
    view: 'picture',
    invite: 'drag me',
    moves: ['prompt'],
    at: (p) => placeIn([p.prompt[0] + 0.5, p.prompt[1] + 0.5], PICTURE),
    move(to) {
      const [x, y] = cellsIn(to, PICTURE)
      return { prompt: [cell(x), cell(y)] }
    },
    nudge: ([right, up], { prompt: [x, y] }) => ({ prompt: [cell(x + Math.sign(right)), cell(y - Math.sign(up))] }),
  },
  first: object(0),
  second: object(1),
  threshold: threshold('histogram', 0.02),
  tradeThreshold: threshold('trade', 0.03),
}
