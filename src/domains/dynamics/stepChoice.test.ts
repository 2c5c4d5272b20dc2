import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coarseFirst, type FrontierPoint, frontier, hermiteRunner } from './frontier'
import { runGaussRadau, startGaussRadau } from './gaussRadau'
import { bodiesOf, centre, energy } from './nbody'
import { pythagorean, scene } from './nbodySystems'
import { ACTIONS, advance, isLost, observeAll, observePair, PAPER_WEIGHTS, reward, startEpisode } from './stepChoice'
import {
  constantPolicy,
  networkPolicy,
  play,
  randomScene,
  TEST_SEEDS,
  type Training,
  train,
  VALIDATION_SEEDS,
} from './stepPolicy'

describe('reward', () => {
  it('grows with μ at the same error, and with accuracy at the same μ', () => {
    const digits = fc.double({ min: -14, max: -1, noNaN: true })
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 2, max: 300 }), (d, action, round) => {
        const paid = (k: number) => reward(10 ** d, ACTIONS[k]!, round, PAPER_WEIGHTS)
        expect(paid(action + 1)).toBeGreaterThan(paid(action))
      }),
    )
    for (const d of [-9, -7, -5, -3]) {
      expect(reward(10 ** (d - 1), 0.01, 2, PAPER_WEIGHTS)).toBeGreaterThan(reward(10 ** d, 0.01, 2, PAPER_WEIGHTS))
    }
  })
  it('counts errors for less, the later they are seen', () => {
    const paid = (round: number) => reward(1e-5, 0.01, round, { error: 3000, haste: 0 })
    expect(paid(100)).toBeCloseTo(paid(10) / 10, 12)
  })
})

describe('episodes', () => {
  const k = [13.261968538618632, 7.081478226181048, -2.9090473891294435, 12.662414077964945] // closest approach 8e-4 au

  it('start in the centre of mass with nothing lost', () => {
    const episode = startEpisode(scene(k))
    const seen = new Float64Array(13)
    observeAll(episode, seen)
    expect(seen[12]).toBe(0)
    expect(Math.hypot(...centre(episode.run.masses, episode.run.positions))).toBeLessThan(1e-14)
  })
  it('show the closest pair', () => {
    const episode = startEpisode(bodiesOf([1, 1, 1], [0, 0, 5, 0, 5, 2], [0, 0, 3, 0, 0, 4]))
    const seen = new Float64Array(3)
    observePair(episode, seen)
    expect([...seen]).toEqual([0.2, 5, 0])
  })
  it('measure the error against the start, not the last interval', () => {
    const episode = startEpisode(scene(k))
    const before = energy(episode.run)
    for (let n = 0; n < 20; n++) advance(episode, 0.05)
    expect(episode.error).toBe((energy(episode.run) - before) / before + 1e-20)
    expect(episode.round).toBe(20)
  })
  it('stop an interval at the cap, and are lost when energy is', () => {
    const episode = startEpisode(scene(k))
    advance(episode, 1e-4, 50)
    expect(episode.substeps).toBe(50)
    for (const [error, lost] of [
      [0.11, true],
      [-0.11, true],
      [Number.NaN, true],
      [0.09, false],
    ] as const) {
      expect(isLost({ ...episode, error })).toBe(lost)
    }
  })
})

describe('policies', () => {
  it('constant μ: a smaller one costs more and errs less, and pays less on quiet scenes', () => {
    const played = [3, 6, 8].map((action) => play(randomScene(3000), constantPolicy(action), 100, PAPER_WEIGHTS))
    expect(played[0]!.evaluations).toBeGreaterThan(5 * played[1]!.evaluations)
    expect(Math.abs(played[0]!.error)).toBeLessThan(Math.abs(played[1]!.error))
    expect(Math.abs(played[1]!.error)).toBeLessThan(Math.abs(played[2]!.error))
  })

  it('learn: the weights kept are those that did best on the validation scenes', () => {
    let last: Training | null = null
    for (const training of train(1, PAPER_WEIGHTS, 10)) last = training
    const { returns, validation, best, bestMean, bestEpisode } = last!
    expect(returns).toHaveLength(10)
    expect(validation.map((v) => v.episode)).toEqual([5, 10])
    expect(bestMean).toBe(Math.max(...validation.map((v) => v.mean)))
    expect(validation.find((v) => v.episode === bestEpisode)!.mean).toBe(bestMean)
    const means = VALIDATION_SEEDS.map((s) => play(randomScene(s), networkPolicy(best), 100, PAPER_WEIGHTS).return)
    expect(means.reduce((sum, r) => sum + r, 0) / means.length).toBe(bestMean)
  })

  it('are judged on scenes that training never saw', () => {
    expect(new Set([...VALIDATION_SEEDS, ...TEST_SEEDS]).size).toBe(40)
    for (const s of [...VALIDATION_SEEDS, ...TEST_SEEDS]) expect(s).toBeGreaterThan(1999)
  })
})

describe('frontier', () => {
  it('takes ends first, and every value once', () => {
    const values = coarseFirst(1e-4, 1e-1, 10)
    expect(values.slice(0, 2)).toEqual([1e-4, 1e-1])
    expect(values.toSorted((a, b) => a - b).map((v, i) => v / ACTIONS[i]!)).toEqual(ACTIONS.map(() => expect.closeTo(1, 12)))
  })

  it('falls faster than μ⁴ at first, until rounding stops it', () => {
    const truth = startGaussRadau(pythagorean())
    runGaussRadau(truth, 10)
    const start = (mu: number) => hermiteRunner(pythagorean(), { kind: 'hmm', mu }, 10)
    const work = frontier(start, truth.positions, [0.1, 0.01, 0.001], 1e6)
    let next = work.next()
    let done = 0
    for (; !next.done; next = work.next()) {
      expect(next.value.done).toBeGreaterThan(done)
      done = next.value.done
    }
    const [rough, fair, fine] = next.value as readonly [FrontierPoint, FrontierPoint, FrontierPoint]
    expect(done).toBe(1)
    expect(Math.log10(rough.energyError / fair.energyError)).toBeGreaterThan(4)
    expect(fine.energyError).toBeGreaterThan(1e-6 * fair.energyError) // four orders would be 1e-12
    expect(rough.evaluations).toBe(564)
    expect(fine.isWhole).toBe(true)
  })

  it('stops at the cap and says so', () => {
    const start = (mu: number) => hermiteRunner(pythagorean(), { kind: 'hmm', mu }, 10)
    const [point] = [...frontier(start, null, [0.001], 1000)].at(-1)!.result
    expect(point).toMatchObject({ isWhole: false, evaluations: 1000 })
    expect(point!.positionError).toBeNaN()
  })
})
