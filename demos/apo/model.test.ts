import { expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { policyOf } from '@/domains/alignment/tilt'
import { handles } from './handles'
import { predictedGaps, roadOf } from './looks'
import { meanGap } from './measures'
import { model, type Params, params } from './model'
import { EXACT, referenceOf, rewardOf, winnerOf } from './params'
import { readouts } from './readouts'

const given = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function after(p: Params, rounds = p.rounds) {
  const s = model.init(p)
  for (let t = 0; t < rounds; t++) model.step(s, p)
  return s
}

it('is iterative DPO without a push, with rewards, comparisons and duels', () => {
  for (const p of [given({ alpha: 0 }), given({ alpha: 0, n: 30 }), given({ alpha: 0, mode: 'sppo', rounds: 40 })]) {
    const s = after(p)
    expect(s.apo).toEqual(s.dpo)
  }
})

it('measures the same gap as the closed form', () => {
  for (const p of [given({ alpha: 0.3 }), given({ alpha: 0.8, answers: 'five', beta: 0.5 })]) {
    for (const who of ['apo', 'dpo'] as const) {
      const predicted = predictedGaps(p, who, 12)!
      for (const t of [0, 1, 5, 12]) expect(readouts[`${who}Gap`].of(after(p, t), p)! / predicted[t]!).toBeCloseTo(1, 9)
    }
  }
})

it('stands on the road after every round', () => {
  const p = given({ alpha: 0.8 })
  const { xs, ys } = roadOf(p)!
  for (const t of [0, 1, 2, 4, 8]) {
    const s = after(p, t)
    const [x, y] = [readouts.apoX.of(s, p)!, readouts.apoY.of(s, p)!]
    let nearest = 1
    for (let k = 1; k < xs.length; k++) {
      const [dx, dy] = [xs[k]! - xs[k - 1]!, ys[k]! - ys[k - 1]!]
      const share = Math.min(1, Math.max(0, ((x - xs[k - 1]!) * dx + (y - ys[k - 1]!) * dy) / (dx * dx + dy * dy || 1)))
      nearest = Math.min(nearest, Math.hypot(x - xs[k - 1]! - share * dx, y - ys[k - 1]! - share * dy))
    }
    expect(nearest).toBeLessThan(1e-3)
  }
})

it('has more comparisons come nearer to the exact reward', () => {
  const error = (n: number) => {
    let sum = 0
    for (let seed = 1; seed <= 40; seed++) {
      const p = given({ answers: 'five', n, seed, rounds: 1 })
      const { learned } = after(p).apo
      sum += rewardOf(p)!.reduce((all, r, y) => all + (learned[y]! + 0.5 - r) ** 2, 0)
    }
    return Math.sqrt(sum / 40)
  }
  expect(error(300) / error(3000)).toBeGreaterThan(2.2)
  expect(error(3000)).toBeLessThan(0.3)
})

it('loses with few comparisons the lead that it has at first', () => {
  const p = given({ answers: 'five', n: 30, alpha: 0.8 })
  expect(meanGap(p, 6, 'apo', 200)).toBeLessThan(meanGap(p, 6, 'dpo', 200))
  expect(meanGap(p, 40, 'apo', 200)).toBeGreaterThan(meanGap(p, 40, 'dpo', 200))
})

it('goes away from the balance of a circle in every round, faster with a push', () => {
  const of = (alpha: number) => {
    const p = given({ mode: 'sppo', game: 'cycle', beta: 2, alpha, rounds: 300 })
    const s = model.init(p)
    return Array.from({ length: 300 }, () => {
      model.step(s, p)
      return readouts.apoOutward.of(s, p)!
    })
  }
  const [plain, pushed] = [of(0), of(0.3)]
  for (const run of [plain, pushed]) for (let t = 1; t < 300; t++) expect(run[t]!).toBeGreaterThan(run[t - 1]!)
  expect(pushed[299]! / plain[299]!).toBeGreaterThan(2)
})

it('finds the winner of ranked duels, and of duels by rewards', () => {
  for (const game of ['ranked', 'reward'] as const) {
    const p = given({ mode: 'sppo', game, rounds: 400 })
    const policy = policyOf(after(p).apo.hat)
    expect(policy.indexOf(Math.max(...policy))).toBe(winnerOf(p))
  }
})

it('stays content at the ends: all answers alike, one comparison, the smallest β, the longest run', () => {
  const alike = given({ r3: [1, 1, 1] })
  expect(readouts.apoGap.of(after(alike), alike)).toBe(0)
  expect(readouts.apoTilt.of(after(alike), alike)).toBeNull()
  expect(roadOf(alike)).toBeNull()
  for (const wild of [{ n: 1 }, { n: 3000 }, { n: EXACT }, { mode: 'sppo' as const }]) {
    const p = given({ ...wild, beta: 0.1, alpha: 0.95, r3: [2, -1, 2], rounds: wild.n === 3000 ? 40 : 400 })
    const s = after(p)
    for (const policy of [policyOf(s.apo.hat), policyOf(s.dpo.pushed)])
      expect(policy.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    for (const { of } of Object.values(readouts)) expect(Number.isFinite(of(s, p) ?? 0)).toBe(true)
  }
})

it('keeps what is dragged within the triangle', () => {
  const p = given({})
  const far = merge(params, p, handles.start!.move([3, -2], p))
  expect(referenceOf(far).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(referenceOf(far)[1]).toBeCloseTo(0.998, 9)
})
