import { expect, it } from 'vitest'
import type { AnyDemo } from '@/contract'
import heavyBall from '~demos/heavy-ball/demo'
import { framesOf, lessonShots, runShots } from './filmPlan'

const demo = heavyBall as unknown as AnyDemo
const steps = (shots: ReturnType<typeof runShots>) =>
  shots.flatMap(({ place, frames }) => Array<number>(frames).fill(place.step as number))

it('shows each step for as long as the pace says, and holds the last for half a second', () => {
  const shown = steps(runShots({ from: 0, to: 10, fps: 20, pace: 5 }))
  expect(shown).toHaveLength(40 + 1 + 10) // two seconds, the last step, half a second
  expect(shown.slice(0, 41)).toEqual(Array.from({ length: 41 }, (_, k) => Math.floor(k / 4)))
  expect(new Set(shown.slice(40))).toEqual(new Set([10]))
})
it('leaves steps out where there are more than frames, and never the last', () => {
  const shown = steps(runShots({ from: 100, to: 1000, fps: 10, pace: 300 }))
  expect(shown.slice(0, 4)).toEqual([100, 130, 160, 190])
  expect(shown.at(-1)).toBe(1000)
  expect(shown).toEqual([...shown].sort((a, b) => a - b))
})
it('runs backwards, too, and of one step makes a picture', () => {
  expect(steps(runShots({ from: 4, to: 0, fps: 2, pace: 2 }))).toEqual([4, 3, 2, 1, 0, 0])
  expect(new Set(steps(runShots({ from: 7, to: 7, fps: 30, pace: 5 })))).toEqual(new Set([7]))
})
it('tells a lesson: each stop from its scene through its deed to its answer', () => {
  const shots = lessonShots(demo, 30)
  const told = shots.filter(({ place }) => place.phase !== 'deed').map(({ place }) => `${place.lecture} ${place.phase}`)
  expect(told).toEqual(demo.lecture.flatMap((_, index) => [`${index} scene`, `${index} answer`]))
  for (const { place, frames } of shots) if (place.phase !== 'deed') expect(frames).toBeGreaterThanOrEqual(75)
  expect(framesOf(shots) / 30).toBeGreaterThan(60) // seconds
})
it('is the same for the same wish', () => {
  expect(lessonShots(demo, 24)).toEqual(lessonShots(demo, 24))
})
