import { beforeEach, expect, it } from 'vitest'
import type { Point } from '@/contract'
import { createDrag, type Pointer } from './drag'

let told: string[] = []
beforeEach(() => {
  told = []
})
const drag = createDrag<string>(() => ({
  begin: (thing) => told.push(`begin ${thing}`),
  move: (thing, by) => told.push(`move ${thing} ${by}`),
  end: (thing) => told.push(`end ${thing}`),
  tap: (thing, at) => told.push(`tap ${thing} ${at}`),
}))
const pointer = (pointerType = 'mouse', pointerId = 1, more: Partial<Pointer> = {}): Pointer => ({
  pointerType,
  pointerId,
  button: 0,
  buttons: 1,
  ...more,
})
const [mouse, finger, second, pen] = [pointer(), pointer('touch', 2), pointer('touch', 3), pointer('pen', 4)]
const [here, near, far]: Point[] = [
  [100, 50],
  [105, 50],
  [130, 90],
]

it.each([mouse, finger, pen])('follows a $pointerType from the press to the release', (hand) => {
  expect(drag.down(hand, here!, 'a')).toBe(true)
  drag.move(hand, far!)
  drag.up(hand, [131, 92])
  drag.lost(hand) // the capture ends after every release
  drag.move(hand, [0, 0])
  expect(told).toEqual(['begin a', 'move a 30,40', 'move a 31,42', 'end a'])
})

it('tells a tap from a drag: a finger may roll by 10 px, others by 4', () => {
  for (const hand of [mouse, finger]) {
    drag.down(hand, here!, 'a')
    drag.move(hand, near!)
    drag.up(hand, near!)
  }
  expect(told).toEqual(['begin a', 'move a 5,0', 'move a 5,0', 'end a', 'begin a', 'end a', 'tap a 105,50'])
})

it('goes on with a small move once it has begun to move', () => {
  drag.down(mouse, here!, 'a')
  drag.move(mouse, far!)
  drag.move(mouse, [101, 50])
  drag.up(mouse, [101, 50])
  expect(told).toEqual(['begin a', 'move a 30,40', 'move a 1,0', 'move a 1,0', 'end a'])
})

it('knows nothing of a press that began elsewhere', () => {
  drag.move(mouse, here!)
  drag.up(mouse, here!)
  drag.lost(mouse)
  expect(told).toEqual([])
})

it('takes the first button only', () => {
  expect(drag.down(pointer('mouse', 1, { button: 2, buttons: 2 }), here!, 'a')).toBe(false)
  drag.up(pointer('mouse', 1, { button: 2, buttons: 0 }), here!)
  expect(told).toEqual([])
})

it('ends without a tap when the browser takes the pointer, and what was moved stays', () => {
  drag.down(finger, here!, 'a')
  drag.lost(finger)
  drag.down(finger, here!, 'b')
  drag.move(finger, far!)
  drag.lost(finger)
  drag.up(finger, far!)
  expect(told).toEqual(['begin a', 'end a', 'begin b', 'move b 30,40', 'end b'])
})

it('leaves a second finger alone, and takes no tap of two fingers', () => {
  drag.down(finger, here!, 'a')
  expect(drag.down(second, far!, 'b')).toBe(false)
  drag.move(second, [0, 0])
  drag.move(finger, far!)
  drag.up(second, [0, 0])
  drag.up(finger, far!)
  drag.down(finger, here!, 'a')
  drag.down(second, far!, 'b')
  drag.lost(second)
  drag.up(finger, here!)
  expect(told).toEqual(['begin a', 'move a 30,40', 'move a 30,40', 'end a', 'begin a', 'end a'])
})

it('lets go when it is told to, and hears nothing more of that press', () => {
  drag.down(mouse, here!, 'a')
  drag.move(mouse, far!)
  drag.stop()
  drag.stop()
  drag.move(mouse, [0, 0])
  drag.up(mouse, here!)
  expect(told).toEqual(['begin a', 'move a 30,40', 'end a'])
})

it('ends where a release was missed: by a move without a button, or by the next press', () => {
  drag.down(mouse, here!, 'a')
  drag.move(pointer('mouse', 1, { buttons: 0 }), far!)
  drag.down(mouse, here!, 'b')
  drag.down(mouse, far!, 'c')
  drag.up(mouse, far!)
  expect(told).toEqual(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c', 'tap c 130,90'])
})
