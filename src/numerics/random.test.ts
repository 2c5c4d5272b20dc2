import { expect, it } from 'vitest'
import { fillEvenNormal, fillNormal, normal, stream, uniform } from './random'
import { steadyNormal } from './steadyNormal'

it('is mulberry32: its first numbers for the word 1', () => {
  const s = stream(1)
  const first = [uniform(s), uniform(s), uniform(s)]
  // as its widely used JavaScript version gives them
  expect(first.map((u) => u * 2 ** 32)).toEqual([2693262067, 11749833, 2265367787])
})

it('goes on from its word alone, and keeps purposes apart', () => {
  const s = stream(7, 'start')
  uniform(s)
  const copy = structuredClone(s)
  expect(uniform(copy)).toBe(uniform(s))
  const first = new Set<number>()
  for (const purpose of ['', 'start', 'noise', 'data', 'a', 'b'])
    for (let seed = 0; seed < 200; seed++) first.add(uniform(stream(seed, purpose)))
  expect(first.size).toBe(1200)
  for (const seed of [0, 2 ** 31, 0xffff_ffff]) expect(uniform(stream(seed, 'start'))).not.toBe(uniform(stream(seed, 'noise')))
})

it('draws normal numbers: mean, variance, skewness, kurtosis and neighbours', () => {
  const count = 200_000
  const out = new Float64Array(count)
  fillNormal(stream(3), out)
  const moment = (k: number) => out.reduce((sum, x) => sum + x ** k, 0) / count
  // four standard errors
  expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(count))
  expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
  expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / count))
  expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count))
  const pairs = out.reduce((sum, x, i) => sum + x * (out[i + 1] ?? 0), 0) / count
  expect(Math.abs(pairs)).toBeLessThan(4 / Math.sqrt(count))
  expect(normal(stream(3))).toBe(out[0])
})

it('fills odd lengths, and the same start whatever the length', () => {
  const [five, six] = [new Float64Array(5), new Float64Array(6)]
  fillNormal(stream(9), five)
  fillNormal(stream(9), six)
  expect([...five]).toEqual([...six.subarray(0, 5)])
})

it('spreads even normal points: moments at 512 points', () => {
  const out = new Float64Array(1024)
  fillEvenNormal(out)
  const mean = (f: (x: number, y: number) => number) => {
    let sum = 0
    for (let i = 0; i < 512; i++) sum += f(out[2 * i]!, out[2 * i + 1]!)
    return sum / 512
  }
  // random points would miss by 0.04 and 0.06
  expect(Math.abs(mean((x) => x))).toBeLessThan(0.015)
  expect(Math.abs(mean((_, y) => y))).toBeLessThan(0.01)
  expect(Math.abs(mean((x) => x * x) - 1)).toBeLessThan(0.02)
  expect(Math.abs(mean((x, y) => x * y))).toBeLessThan(0.01)
})

it('draws normal numbers from the four operations alone: mean, variance, skewness, kurtosis', () => {
  const [count, s] = [200_000, stream(5)]
  const out = Float64Array.from({ length: count }, () => steadyNormal(s))
  const moment = (k: number) => out.reduce((sum, x) => sum + x ** k, 0) / count
  expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(count))
  expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count))
  expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / count))
  expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count))
})
