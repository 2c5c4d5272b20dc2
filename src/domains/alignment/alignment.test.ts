import { expect, it } from 'vitest'
import { stream, uniform } from '@/numerics/random'
import { chancesOf, compare, fitReward, winsAgainst } from './preferences'
import { advance, gap, laneAt, policyOf, tilt, tiltAfter, tiltLine } from './tilt'

const REWARD = [1, 0.8, 0.5, 0.2, 0]
const REFERENCE = [0.05, 0.15, 0.3, 0.3, 0.2]
const ALPHAS = [0, 0.3, 0.5, 0.8]

function lane(rounds: number, alpha: number, gain: readonly number[] = REWARD) {
  const one = laneAt(REFERENCE)
  for (let t = 0; t < rounds; t++) advance(one, gain, alpha)
  return one
}
const logRatio = (logits: ArrayLike<number>) => Array.from(logits, (logit, y) => logit - Math.log(REFERENCE[y]!))
const near = (actual: readonly number[], expected: readonly number[], within: number) => {
  for (const [k, value] of expected.entries()) expect(Math.abs(actual[k]! - value)).toBeLessThanOrEqual(within)
}

it('without extrapolation tilts by t r/β', () => {
  for (const beta of [0.5, 1, 3]) {
    const ratio = logRatio(
      lane(
        7,
        0,
        REWARD.map((r) => r / beta),
      ).hat,
    )
    near(
      ratio.map((v) => v - ratio[4]!),
      REWARD.map((r) => (7 * r) / beta),
      1e-12,
    )
  }
})

it('has gone as far as the closed form says, and as the recursion does', () => {
  for (const alpha of ALPHAS) {
    let [before, hat, pushed] = [0, 0, 0]
    for (let t = 1; t <= 50; t++) {
      before = hat
      hat = pushed + 1
      pushed = hat + alpha * (hat - before)
      expect(Math.abs(tiltAfter(t, alpha) / hat - 1)).toBeLessThan(1e-10)
    }
    expect(tiltAfter(1, alpha)).toBeCloseTo(1, 12)
    expect(tiltAfter(2, alpha)).toBeCloseTo(2 + alpha, 12)
    const policy = policyOf(lane(12, alpha).hat)
    const family = REFERENCE.map((share, y) => share * Math.exp(tiltAfter(12, alpha) * (REWARD[y]! - 1)))
    const sum = family.reduce((all, v) => all + v, 0)
    near(
      [...policy],
      family.map((v) => v / sum),
      1e-12,
    )
  }
  expect(Math.abs(tiltAfter(201, 0.8) - tiltAfter(200, 0.8) - 5)).toBeLessThan(1e-9)
  expect(tiltAfter(200, 0.8)).toBeCloseTo(tiltLine(200, 0.8), 9)
})

it('keeps every lane on one curve: the log ratios of two lanes are in proportion', () => {
  const [a, b] = [logRatio(lane(5, 0.8).hat), logRatio(lane(9, 0.3).hat)].map((ratio) => {
    const mean = ratio.reduce((all, v) => all + v, 0) / ratio.length
    const size = Math.hypot(...ratio.map((v) => v - mean))
    return ratio.map((v) => (v - mean) / size)
  })
  near(a!, b!, 1e-12)
})

it('measures the tilt of a policy', () => {
  for (const beta of [0.1, 1, 5])
    expect(
      tilt(
        lane(
          9,
          0.5,
          REWARD.map((r) => r / beta),
        ).hat,
        REFERENCE,
        REWARD,
        beta,
      ),
    ).toBeCloseTo(tiltAfter(9, 0.5), 9)
  expect(tilt(lane(3, 0).hat, REFERENCE, [1, 1, 1, 1, 1], 1)).toBeNaN()
})

it('is after ten rounds as near to the best answer as the card says', () => {
  for (const [k, expected] of [0.0712, 0.0352, 0.0155, 0.00096].entries())
    expect(Math.abs(gap(lane(10, ALPHAS[k]!).hat, REWARD) - expected)).toBeLessThan(5e-5)
})

it('has policies that add up, and a constant added to the reward changes nothing', () => {
  for (const alpha of ALPHAS) {
    const policy = policyOf(lane(20, alpha).hat)
    expect(Math.abs(policy.reduce((all, v) => all + v, 0) - 1)).toBeLessThan(1e-14)
    for (const share of policy) expect(share).toBeGreaterThan(0)
    near(
      [
        ...policyOf(
          lane(
            20,
            alpha,
            REWARD.map((r) => r + 3),
          ).hat,
        ),
      ],
      [...policy],
      1e-12,
    )
  }
})

it('takes the proximal step: no other policy earns more for its distance', () => {
  const beta = 0.7
  const one = laneAt(REFERENCE)
  const luck = stream(5)
  advance(
    one,
    REWARD.map((r) => r / beta),
    0.4,
  )
  const from = policyOf(one.pushed)
  advance(
    one,
    REWARD.map((r) => r / beta),
    0.4,
  )
  const value = (policy: ArrayLike<number>) =>
    REWARD.reduce((all, r, y) => all + policy[y]! * (r - beta * Math.log(policy[y]! / from[y]!)), 0)
  const best = value(policyOf(one.hat))
  for (let k = 0; k < 100; k++)
    expect(value(policyOf(one.hat.map((logit) => logit + 0.2 * (uniform(luck) - 0.5))))).toBeLessThan(best)
})

it('finds the reward behind many comparisons', () => {
  const wins = chancesOf(REWARD).flatMap((row, i) => row.map((chance, j) => (i === j ? 0 : 1e7 * chance)))
  const fitted = new Float64Array(5)
  fitReward(wins, 0, fitted)
  for (let y = 1; y < 5; y++) expect(Math.abs(fitted[0]! - fitted[y]! - (REWARD[0]! - REWARD[y]!))).toBeLessThan(1e-6)
})

it('has a reward where the loss is least, also where one answer has always won', () => {
  const wins = [0, 3000, 2, 0, 0, 0, 0, 1, 0]
  const fitted = new Float64Array(3)
  fitReward(wins, 0.1, fitted)
  const slope = (i: number) => {
    let sum = 0.1 * fitted[i]!
    for (let j = 0; j < 3; j++) {
      const chance = 1 / (1 + Math.exp(fitted[j]! - fitted[i]!))
      sum += wins[j * 3 + i]! * chance - wins[i * 3 + j]! * (1 - chance)
    }
    return sum
  }
  for (const i of [0, 1, 2]) expect(Math.abs(slope(i))).toBeLessThan(1e-7)
  fitReward(new Float64Array(9), 0.1, fitted)
  expect([...fitted]).toEqual([0, 0, 0])
})

it('compares answers as often as the policy gives them, and takes three numbers a pair', () => {
  const luck = stream(3)
  const wins = new Float64Array(25)
  const pairs = 200_000
  compare(REFERENCE, chancesOf(REWARD), pairs, luck, wins)
  const [i, j] = [2, 3]
  const met = wins[i * 5 + j]! + wins[j * 5 + i]!
  expect(Math.abs(met / pairs - 2 * 0.3 * 0.3)).toBeLessThan(5 * Math.sqrt((0.18 * 0.82) / pairs))
  expect(Math.abs(wins[i * 5 + j]! / met - 1 / (1 + Math.exp(-0.3)))).toBeLessThan(5 * Math.sqrt(0.25 / met))
  const other = stream(3)
  for (let k = 0; k < 3 * pairs; k++) uniform(other)
  expect(luck).toEqual(other)
})

it('gives in a circle no answer an advantage against the balance', () => {
  const out = new Float64Array(3)
  const circle = [
    [0.5, 0.9, 0.1],
    [0.1, 0.5, 0.9],
    [0.9, 0.1, 0.5],
  ]
  winsAgainst(circle, [1 / 3, 1 / 3, 1 / 3], out)
  near([...out], [0, 0, 0], 1e-15)
})
