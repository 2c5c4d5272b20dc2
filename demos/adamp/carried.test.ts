// The picture of the last step of momentum: old gradients, carried to where the step began, add up to the step.
import { expect, it } from 'vitest'
import { type AnyDemo, defaultsOf, merge, type Params as Values } from '@/contract'
import { runNow } from '@/engine'
import { carriedTo } from './carried'
import demo from './demo'
import type { Scene } from './looks'
import { lossOf, type Params, params, settingsOf } from './params'

function sceneWith(changes: Partial<Params>): Scene {
  const p = merge(params, defaultsOf(params), changes)
  return { params: p, series: runNow(demo as unknown as AnyDemo, p as unknown as Values).series } as unknown as Scene
}
const weightsAt = ({ series }: Scene, k: number) => [series.momentumX[k]!, series.momentumY[k]!, series.momentumZ[k]!] as const

it.each([{}, { beta: 0.5, rate: 0.3 }, { decay: 0.02 }])('what is kept of all gradients is the step: %o', (changes) => {
  const scene = sceneWith(changes)
  const { rate, beta, decay } = settingsOf(scene.params).momentum
  for (const at of [1, 2, 5, 12]) {
    const [from, to] = [weightsAt(scene, at - 1), weightsAt(scene, at)]
    const length = Math.hypot(...from)
    const shrunk = 1 - (rate * decay) / (1 - beta)
    const push = to.map((value, i) => value - shrunk * from[i]!) // without the decay of the weights
    const up = push.reduce((sum, value, i) => sum + (value * from[i]!) / length, 0) / length
    const across = Math.sqrt(Math.max(0, push.reduce((sum, value) => sum + value * value, 0) / length ** 2 - up * up))
    const kept = carriedTo(scene, at)
    expect(kept.length).toBe(at)
    expect(kept.reduce((sum, part) => sum + part.kept[0], 0)).toBeCloseTo(across, 12)
    expect(kept.reduce((sum, part) => sum + part.kept[1], 0)).toBeCloseTo(up, 12)
  }
})

it('the newest gradient moves the weights where it was taken, at right angles to them; older ones have lost βᵏ', () => {
  const scene = sceneWith({})
  const { rate, beta } = settingsOf(scene.params).momentum
  const gradient = new Float64Array(3)
  const parts = carriedTo(scene, 9)
  expect(parts[0]!.place[0]).toBeCloseTo(0, 12)
  expect(parts[0]!.place[1]).toBeCloseTo(1, 12)
  expect(parts[0]!.taken[1]).toBeCloseTo(0, 12)
  for (const [age, { taken, kept }] of parts.entries()) {
    const from = weightsAt(scene, 8 - age)
    const grown = Math.hypot(...weightsAt(scene, 8)) / Math.hypot(...from) // a shorter vector was turned more
    for (const axis of [0, 1] as const) expect(grown * kept[axis]).toBeCloseTo(beta ** age * taken[axis], 14)
    lossOf(scene.params).gradient(from, gradient)
    const size = (rate * Math.hypot(...gradient)) / Math.hypot(...from)
    expect(Math.hypot(...taken)).toBeLessThan(size * (1 + 1e-9)) // its picture in a plane is no longer than itself
  }
  expect(carriedTo(scene, 40).length).toBe(12)
  expect(carriedTo(scene, 0)).toEqual([])
})
