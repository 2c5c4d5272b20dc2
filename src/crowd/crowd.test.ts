import { expect, it } from 'vitest'
import type { Crowd } from '@/contract'
import { fillNormal, stream } from '@/numerics/random'
import { advance, stepsOf } from './flow'
import { type Answer, serve } from './serve'
import { walkOf } from './walk'

/** Points that leave a standard normal for one of variance 1/4 on a straight path, x_t = (1 - t) x0 + t x1: v = ½ d/dt ln C · x with C = (1 - t)² + t²/4. */
function narrowing(count: number, steps: number): Crowd {
  const levels = new Float32Array((steps + 1) * 12)
  for (let k = 0; k <= steps; k++) {
    const t = k / steps
    const variance = (1 - t) ** 2 + (t / 2) ** 2
    const push = (-(1 - t) + t / 4) / variance
    levels.set([0, 0, 0, 1 / variance, 0, 1 / variance, 0, 0, push, 0, 0, push], 12 * k)
  }
  const start = new Float64Array(2 * count)
  fillNormal(stream(3, 'crowd'), start)
  const lengths = new Float32Array(2 * steps)
  for (let k = 0; k < steps; k++) lengths.set([1 / steps, 0.5], 2 * k)
  return { key: `${count} ${steps}`, count, kernels: 1, power: 0, levels, steps: lengths, start: Float32Array.from(start) }
}

/** All steps one by one. */
function straight(crowd: Crowd, step: number): Float32Array {
  const x = crowd.start.slice()
  for (let k = 0; k < step; k++) advance(crowd, k, x, 0, crowd.count)
  return x
}

it('ends where the exact flow ends, with an error of order two', () => {
  const errors = [20, 40, 80].map((steps) => {
    const crowd = narrowing(50, steps)
    const x = straight(crowd, steps)
    return x.reduce((most, v, i) => Math.max(most, Math.abs(v - crowd.start[i]! / 2)), 0)
  })
  for (const k of [1, 2]) expect(Math.log2(errors[k - 1]! / errors[k]!)).toBeGreaterThan(1.8)
  expect(errors[2]).toBeLessThan(1e-3)
})

it('a Student kernel of many dimensions is nearly the Gaussian one', () => {
  const gaussian = narrowing(200, 20)
  const dims = 1e6
  const student = { ...gaussian, power: (2 + dims) / 2, levels: gaussian.levels.slice() }
  for (let at = 0; at < student.levels.length; at += 12) for (const i of [3, 5]) student.levels[at + i]! /= dims
  // two kernels apart, so that the shares matter
  const apart = (crowd: Crowd): Crowd => {
    const levels = new Float32Array(2 * crowd.levels.length)
    for (let k = 0; k <= stepsOf(crowd); k++) {
      for (const side of [0, 1]) {
        levels.set(crowd.levels.subarray(12 * k, 12 * k + 12), 12 * (2 * k + side))
        levels[12 * (2 * k + side)] = side === 0 ? -1 : 1
      }
    }
    return { ...crowd, kernels: 2, levels }
  }
  const [a, b] = [straight(apart(gaussian), 20), straight(apart(student), 20)]
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(1e-4)
})

it('goes to any step, forwards and back, as if straight to it, bit by bit', () => {
  const crowd = narrowing(10_000, 40)
  const walk = walkOf(crowd)
  for (const step of [7, 40, 33, 0, 18, 99]) {
    for (const _ of walk.to(step)) {
      // all at once
    }
    expect(walk.done).toBe(crowd.count)
    expect(walk.x).toEqual(straight(crowd, Math.min(step, 40)))
  }
})

it('answers the newest wish only, and in the end wholly', async () => {
  const answers: Answer[] = []
  const ask = serve(0, (answer) => answers.push(answer))
  const crowd = narrowing(20_000, 30)
  ask({ id: 1, crowd, step: 30 })
  await ask({ id: 2, step: 5 })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(answers.filter(({ whole }) => whole).map(({ id }) => id)).toEqual([2])
  expect(answers.at(-1)?.x).toEqual(straight(crowd, 5))
})
