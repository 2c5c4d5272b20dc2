import { expect, it } from 'vitest'
import { kummerM, logKummerU } from './kummer'

it('M is eˣ for a = b, and (eˣ - 1)/x for a = 1, b = 2', () => {
  for (const x of [0.01, 1, 20, 300]) {
    expect(kummerM(1.7, 1.7, x) / Math.exp(x)).toBeCloseTo(1, 12)
    expect((kummerM(1, 2, x) * x) / Math.expm1(x)).toBeCloseTo(1, 12)
  }
})

it('U is x^-a for b = a + 1, and (1 + x)/x² for a = 1, b = 3', () => {
  for (const x of [1e-3, 0.5, 4, 50, 1e4])
    for (const a of [0.03, 0.4, 2]) {
      // b has to be more than a + 1: U(a, a + 2, x) = x^(-a-1) (x + a) follows from the recurrence
      expect(logKummerU(a, a + 2, x)).toBeCloseTo(Math.log(x + a) - (a + 1) * Math.log(x), 10)
    }
  for (const x of [1e-3, 2, 30]) expect(logKummerU(1, 3, x)).toBeCloseTo(Math.log(1 + x) - 2 * Math.log(x), 10)
})

it('both solve the equation of Kummer', () => {
  const [a, b, h] = [0.3, 4.6, 1e-3]
  for (const u of [(x: number) => kummerM(a, b, x), (x: number) => Math.exp(logKummerU(a, b, x))])
    for (const x of [0.7, 3]) {
      const bend = (u(x + h) - 2 * u(x) + u(x - h)) / h ** 2
      const slope = (u(x + h) - u(x - h)) / (2 * h)
      expect((x * bend + (b - x) * slope) / (a * u(x))).toBeCloseTo(1, 3)
    }
})
