import { expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import type { Apg } from './apg'
import { startApg, stepApg } from './apgSampler'
import { exactModel } from './fewCalls'
import { denoiser } from './mixture'
import { colourWheel, nestedPair, patchTemplates } from './mixtures'
import { karrasGrid } from './schedule'
import { folded, spanOf, spanPredictor, unfold } from './span'

const templates = patchTemplates()
const span = spanOf(templates)
const { dim, rank, basis } = span
const noise = (count: number) => {
  const z = new Float64Array(count * dim)
  fillNormal(stream(1, 'pictures'), z)
  return z
}

it('finds the eight coordinates of the pictures: four places, two of colour', () => {
  expect([rank, span.mixture.dim]).toEqual([8, 9])
  expect(spanOf(colourWheel()).rank).toBe(2)
  let worst = 0
  for (let q = 0; q < rank; q++) {
    for (let r = 0; r < rank; r++) {
      let product = 0
      for (let i = 0; i < dim; i++) product += basis[q * dim + i]! * basis[r * dim + i]!
      worst = Math.max(worst, Math.abs(product - (q === r ? 1 : 0)))
    }
  }
  expect(worst).toBeLessThan(2e-15)
  const { inside } = folded(span, templates.means) // no part of a mean lies outside
  for (const [i, v] of span.mixture.means.entries()) expect(Math.abs(inside[i]! - v)).toBeLessThan(4e-15)
})

it('folds and unfolds any sample', () => {
  const z = noise(20)
  const { inside, rest } = folded(span, z)
  const out = new Float64Array(dim)
  for (let p = 0; p < 20; p++) {
    unfold(span, inside, p * 9, rest, p * dim, out)
    for (let i = 0; i < dim; i++) expect(Math.abs(out[i]! - z[p * dim + i]!)).toBeLessThan(1e-14)
  }
})

it.each<[string, Apg]>([
  ['CFG', { guidance: 7.5, parallel: 1, radius: 0, beta: 0 }],
  ['APG', { guidance: 7.5, parallel: 0.3, radius: 0.25, beta: -0.5 }],
])('samples in nine numbers as in 192: %s', (_, settings) => {
  const count = 12
  const z = noise(count)
  const { inside, rest } = folded(span, z)
  const grid = karrasGrid(32)
  const [whole, few] = [startApg(z.map((v) => v * grid[0]!)), startApg(inside.map((v) => v * grid[0]!))]
  const [wholeD, fewD] = [denoiser(templates, 'x0', 2), denoiser(span.mixture, 'x0', 2)]
  const out = new Float64Array(dim)
  for (let i = 0; i < 32; i++) {
    stepApg(whole, wholeD, settings, grid[i]!, grid[i + 1]!)
    stepApg(few, fewD, settings, grid[i]!, grid[i + 1]!)
    let worst = 0
    for (let p = 0; p < count; p++) {
      unfold(span, few.guided, p * 9, rest, p * dim, out)
      for (let j = 0; j < dim; j++) worst = Math.max(worst, Math.abs(out[j]! - whole.guided[p * dim + j]!))
    }
    expect(worst).toBeLessThan(2e-12)
  }
})

it('refuses unequal widths', () => expect(() => spanOf(nestedPair())).toThrow('not equally wide'))

it('predicts through the span what it predicts in all 192 numbers, whatever the sample', () => {
  const x = noise(2)
  const [found, expected] = [new Float64Array(x.length), new Float64Array(x.length)]
  const model = spanPredictor(span, denoiser(span.mixture, 'x0'), 2)
  for (const sigma of [20, 0.7, 0.05]) {
    model(sigma, x, found)
    exactModel(templates)(sigma, x, expected)
    for (const [i, v] of expected.entries()) expect(found[i]).toBeCloseTo(v, 12)
  }
})
