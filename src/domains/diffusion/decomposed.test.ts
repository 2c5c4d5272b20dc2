import { describe, expect, it } from 'vitest'
import { denseOperator } from '@/domains/imaging/operators'
import { normal, stream } from '@/numerics/random'
import { invertPositive, timesVector } from '@/numerics/smallMatrix'
import { correct, correctionOf, misfit, posteriorGradient, renoise } from './decomposed'
import { linearAlphaBars, strideTimes } from './schedule'
import { denoise, posteriorOf, templatePrior } from './templatePrior'

const [ROWS, DIM] = [5, 9]
const s = stream(8, 'decomposed')
const drawn = (count: number) => Float64Array.from({ length: count }, () => normal(s))
const matrix = drawn(ROWS * DIM)
const operator = denseOperator(matrix, ROWS, DIM)
const measured = drawn(ROWS)
const guess = drawn(DIM)
const OFF = Number.POSITIVE_INFINITY

/** (I + γ AᵀA)⁻¹ (x̂₀ + γ Aᵀ y). */
function direct(gamma: number): Float64Array {
  const inverse = new Float64Array(DIM * DIM)
  for (let i = 0; i < DIM; i++)
    for (let j = 0; j < DIM; j++) {
      let sum = Number(i === j)
      for (let k = 0; k < ROWS; k++) sum += gamma * matrix[k * DIM + i]! * matrix[k * DIM + j]!
      inverse[i * DIM + j] = sum
    }
  invertPositive(inverse, DIM)
  const [right, out] = [new Float64Array(DIM), new Float64Array(DIM)]
  operator.adjoint(measured, right)
  timesVector(
    inverse,
    right.map((v, i) => guess[i]! + gamma * v),
    DIM,
    DIM,
    out,
  )
  return out
}
function corrected(gamma: number, steps: number) {
  const [c, x] = [correctionOf(operator, measured, gamma), guess.slice()]
  correct(c, x, steps, 1e-12)
  return { x, misfit: misfit(c, x, new Float64Array(ROWS)) }
}
const apart = (a: Float64Array, b: Float64Array) => Math.hypot(...a.map((v, i) => v - b[i]!))

describe('the correction of a guess', () => {
  it('solves the damped equations', () => {
    for (const gamma of [0.3, 5]) expect(apart(corrected(gamma, 8).x, direct(gamma))).toBeLessThan(1e-8)
  })

  it('with γ near 0 keeps the guess, and with a large one meets the data, as without damping', () => {
    expect(apart(corrected(1e-9, 8).x, guess)).toBeLessThan(1e-7)
    expect(corrected(OFF, 8).misfit).toBeLessThan(1e-10)
    expect(apart(corrected(1e6, 12).x, corrected(OFF, 8).x)).toBeLessThan(1e-4)
  })

  it('moves within the rows of A: what A does not see stays as guessed', () => {
    const { x } = corrected(OFF, 8)
    const c = correctionOf(operator, new Float64Array(ROWS), OFF)
    const unseen = drawn(DIM)
    correct(c, unseen, 12, 1e-13) // the part of it that A maps to 0
    expect(misfit(c, unseen, new Float64Array(ROWS))).toBeLessThan(1e-9)
    const along = unseen.reduce((sum, v, i) => sum + v * (x[i]! - guess[i]!), 0)
    expect(Math.abs(along)).toBeLessThan(1e-9)
  })

  it('with no steps changes nothing', () => {
    expect([...corrected(OFF, 0).x]).toEqual([...guess])
  })
})

describe('the noise that is added again', () => {
  it('is the noise that was there, if nothing is fresh and nothing was corrected', () => {
    const [noise, alphaBar] = [drawn(DIM), 0.3]
    const x = guess.map((v, i) => Math.sqrt(alphaBar) * v + Math.sqrt(1 - alphaBar) * noise[i]!)
    renoise(x, guess, guess, drawn(DIM), alphaBar, 0.8, 0)
    for (let i = 0; i < DIM; i++) expect(x[i]).toBeCloseTo(Math.sqrt(0.8) * guess[i]! + Math.sqrt(0.2) * noise[i]!, 12)
  })

  it('is fresh with η = 1', () => {
    const [x, fresh] = [drawn(DIM), drawn(DIM)]
    renoise(x, guess, guess, fresh, 0.3, 0.8, 1)
    for (let i = 0; i < DIM; i++) expect(x[i]).toBeCloseTo(Math.sqrt(0.8) * guess[i]! + Math.sqrt(0.2) * fresh[i]!, 12)
  })
})

describe('the gradient of the misfit', () => {
  const prior = templatePrior(drawn(7 * DIM), DIM)
  const [std, alphaBar, x] = [0.3, 0.4, drawn(DIM)]
  const c = correctionOf(operator, measured, OFF)
  const at = (place: Float64Array) => {
    const [out, found] = [new Float64Array(DIM), posteriorOf(prior)]
    denoise(prior, std, alphaBar, place, out, found)
    return { out, found, length: misfit(c, out, new Float64Array(ROWS)) }
  }

  it('equals central differences', () => {
    const { out, found } = at(x)
    const gradient = new Float64Array(DIM)
    posteriorGradient(c, prior, std, alphaBar, out, found, gradient)
    const step = 1e-5
    for (let j = 0; j < DIM; j++) {
      const [up, down] = [x.slice(), x.slice()]
      up[j]! += step
      down[j]! -= step
      expect(Math.abs(gradient[j]! - (at(up).length - at(down).length) / (2 * step))).toBeLessThan(1e-7)
    }
  })

  it('is 0 where the data are met', () => {
    const { out, found } = at(x)
    const seen = new Float64Array(ROWS)
    operator.apply(out, seen)
    const gradient = drawn(DIM)
    posteriorGradient(correctionOf(operator, seen, OFF), prior, std, alphaBar, out, found, gradient)
    expect([...gradient]).toEqual(new Array(DIM).fill(0))
  })
})

describe('times and levels', () => {
  it('go down to 0 in equal strides, and may be more than wanted', () => {
    expect(strideTimes(4)).toEqual([750, 500, 250, 0])
    expect(strideTimes(50)).toHaveLength(50)
    expect(strideTimes(30)).toHaveLength(31) // 1000/30 is rounded down to 33
    expect(strideTimes(2000)).toHaveLength(1000)
  })

  it('have less and less of the data', () => {
    const bars = linearAlphaBars()
    expect(bars[0]).toBeCloseTo(0.9999, 12)
    for (let t = 1; t < bars.length; t++) expect(bars[t]).toBeLessThan(bars[t - 1]!)
  })
})

it('a well-conditioned instrument with as many measurements as unknowns gives back the truth, whatever the prior', () => {
  const truth = drawn(DIM)
  const square = denseOperator(
    Float64Array.from({ length: DIM * DIM }, (_, k) => Number(k % (DIM + 1) === 0) + 0.1 * normal(s)),
    DIM,
    DIM,
  )
  const seen = new Float64Array(DIM)
  square.apply(truth, seen)
  const c = correctionOf(square, seen, OFF)
  const prior = templatePrior(drawn(5 * DIM), DIM)
  const [bars, times, x, found] = [linearAlphaBars(), strideTimes(20), drawn(DIM), posteriorOf(prior)]
  for (const [k, t] of times.entries()) {
    const out = new Float64Array(DIM)
    denoise(prior, 0.1, bars[t]!, x, out, found)
    const better = out.slice()
    correct(c, better, 15, 1e-5)
    const next = times[k + 1]
    if (next === undefined || next === 0) x.set(better)
    else renoise(x, out, better, drawn(DIM), bars[t]!, bars[next]!, 0.85)
  }
  for (let i = 0; i < DIM; i++) expect(Math.abs(x[i]! - truth[i]!)).toBeLessThan(1e-4)
})
