import { expect, it } from 'vitest'
import {
  type Adversary,
  adversaryStep,
  answer,
  change,
  correlation,
  foundOut,
  LINES,
  lineWeight,
  oneStepResidual,
  overlap,
  seen,
  shift,
  turnsOff,
} from './adversary'
import { catFunction, catResidual, longestChain } from './catMap'
import { rotationAngles, rotationResidual, widestGap } from './rotation'

const patient: Adversary = { alpha: Math.PI - 3, beta: 0.2, q: 113, a: 0.19137 }

it('c_n is the average of the real map, iterated', () => {
  const starts = 20_000
  for (const [q, n] of [
    [7, 20],
    [7, 57],
    [113, 100],
  ] as const) {
    const m = { ...patient, q }
    let [re, im] = [0, 0]
    const state = new Float64Array(2)
    for (let k = 0; k < starts; k++) {
      state.fill(0)
      state[0] = (k + 0.5) / starts
      for (let i = 0; i < n; i++) adversaryStep(m, state)
      re += Math.cos(2 * Math.PI * state[1]!) / starts
      im += Math.sin(2 * Math.PI * state[1]!) / starts
    }
    const [x, y] = correlation(m, n)
    expect(Math.hypot(re - x, im - y), `q = ${q}, n = ${n}`).toBeLessThan(1e-10)
  }
}, 60_000)

it('weights of the lines sum to 1, and give c_n back', () => {
  for (const a of [0.05, 0.19137, 0.5]) {
    const m = { ...patient, a }
    const off = turnsOff(m.q, m.alpha)
    let [sum, c] = [0, 0]
    for (let line = -LINES; line <= LINES; line++) {
      sum += lineWeight(m, line)
      c += lineWeight(m, line) * Math.cos(2 * Math.PI * 5000 * line * off)
    }
    expect(sum).toBeCloseTo(1, 8)
    expect(c).toBeCloseTo(overlap(m, 5000), 8)
  }
})

it('what is certified holds for every n', () => {
  for (const q of [1, 7, 113, 33_102]) {
    const m = { ...patient, q }
    const r = oneStepResidual(m)
    for (let n = 1; n < 3000; n++) expect(Math.abs(overlap(m, n))).toBeGreaterThanOrEqual(1 - (n * r) ** 2 / 2 - 1e-12)
  }
})

it('without waves it is the rotation', () => {
  const honest = { ...patient, a: 0 }
  expect([oneStepResidual(honest), change(honest), foundOut(honest)]).toEqual([0, 0, null])
  for (const n of [1, 17, 1000]) {
    const [re, im] = correlation(honest, n)
    expect(re).toBeCloseTo(Math.cos(0.4 * Math.PI * n), 10)
    expect(im).toBeCloseTo(Math.sin(0.4 * Math.PI * n), 10)
  }
  expect(seen(honest, 1000, 0)).toBeCloseTo(1, 12)
})

it('finds the first n without overlap', () => {
  expect(Math.abs(overlap(patient, foundOut(patient)!))).toBeLessThan(1e-12)
  expect(foundOut(patient)).toBeGreaterThan(16_500)
  expect(foundOut(patient)).toBeLessThan(16_600)
  expect(foundOut({ ...patient, a: 0.19 })).toBeNull()
})

it('the answer hides until T, and is the smallest that does', () => {
  const near = (q: number) => Math.abs(turnsOff(q, patient.alpha))
  for (const T of [10, 300, 1000, 40_000]) {
    const q = answer(patient.alpha, patient.a, T)
    const enough = 0.2 / (4 * Math.PI ** 2 * patient.a * T)
    expect(near(q)).toBeLessThanOrEqual(enough)
    for (let smaller = 1; smaller < Math.min(q, 400_000); smaller++) if (near(smaller) <= enough) expect.fail(`${smaller}`)
    for (const n of [1, T / 2, T]) expect(overlap({ ...patient, q }, n)).toBeGreaterThan(0.99)
  }
  expect(answer(0.618033988749895, 0.2, 100)).toBe(2584) // for the golden mean the answers are Fibonacci numbers
})

it('qα near a whole number keeps its digits', () => {
  expect(turnsOff(113, Math.PI - 3)).toBeCloseTo(113 * (Math.PI - 3) - 16, 13)
  expect(turnsOff(10 ** 6, 0.25 + 2 ** -40)).toBeCloseTo(10 ** 6 * 2 ** -40, 20)
  expect(shift(patient, 1, 0.37)).toBeCloseTo(
    patient.a * (Math.cos(2 * Math.PI * (0.37 + 113 * patient.alpha)) - Math.cos(2 * Math.PI * 0.37)),
    12,
  )
})

it('the best function of the cat map has the residual of the closed form', () => {
  for (const box of [2, 3, 8]) {
    for (const [re, im] of [
      [0.9, 0.3],
      [0, 1],
      [-0.5, 0],
    ] as const) {
      const rows = catFunction(box, re, im)
      expect(rows).toHaveLength(longestChain(box).length)
      // Kg - zg on the chain: the image of wave j is wave j + 1, the last one leaves
      let [miss, norm] = [0, 0]
      for (let j = 0; j <= rows.length; j++) {
        const [, , a, b] = rows[j - 1] ?? [0, 0, 0, 0]
        const [, , c, d] = rows[j] ?? [0, 0, 0, 0]
        miss += (a - re * c + im * d) ** 2 + (b - re * d - im * c) ** 2
        norm += c * c + d * d
      }
      expect(norm).toBeCloseTo(1, 12)
      expect(Math.sqrt(miss)).toBeCloseTo(catResidual(box, Math.hypot(re, im)), 12)
      for (const [k, l] of rows) expect(Math.max(Math.abs(k), Math.abs(l))).toBeLessThanOrEqual(box)
    }
  }
})

it('a larger box never raises τ', () => {
  for (const modulus of [0.2, 0.9, 1, 1.3]) {
    for (let box = 1; box < 32; box++) expect(catResidual(box + 1, modulus)).toBeLessThanOrEqual(catResidual(box, modulus))
  }
})

it('the rotation: τ on the circle is at most half the widest gap, and reaches it', () => {
  const angles = rotationAngles(3, 0.618033988749895, 0.414213562373095)
  expect(angles).toHaveLength(49)
  let most = 0
  for (let k = 0; k < 40_000; k++) {
    const turn = (2 * Math.PI * k) / 40_000
    most = Math.max(most, rotationResidual(angles, Math.cos(turn), Math.sin(turn)).residual)
  }
  expect(most).toBeLessThanOrEqual(widestGap(angles) + 1e-12)
  expect(most).toBeGreaterThan(widestGap(angles) - 2e-4)
})
