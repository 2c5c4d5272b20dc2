import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stream } from '@/numerics/random'
import { beamsFrom, beamWorkspace, draw, nucleusSize, widen } from './baselines'
import { chainLanguage, mostProbable, rankOf } from './language'
import { choose, emptyChoice, penalty, resistances } from './momentum'
import { countNgrams, ngramLanguage } from './ngrams'
import { activePeriod, circularDepth, diversity, push, repetition, restart, walkFrom } from './walk'

const tokens = (most: number, words: number) => fc.array(fc.nat(words - 1), { maxLength: most })

/** The definition, by comparing strings. */
function depthByStrings(history: readonly number[], word: number, deepest: number): number {
  const said = `,${history.join(',')},`
  for (let l = Math.min(deepest, history.length + 1); l >= 2; l--) {
    if (said.includes(`,${[...history.slice(history.length - l + 1), word].join(',')},`)) return l
  }
  return deepest > 0 && history.includes(word) ? 1 : 0
}
const ngramsOf = (list: readonly number[], n: number) => list.slice(n - 1).map((_, k) => list.slice(k, k + n).join())

describe('a walk', () => {
  it('knows the depth that a search in strings finds, on 1000 random histories', () => {
    fc.assert(
      fc.property(tokens(30, 4), fc.nat(3), fc.integer({ min: 1, max: 8 }), (history, word, deepest) => {
        const depth = circularDepth(walkFrom(history, 4, 0), word, deepest)
        expect(depth).toBe(depthByStrings(history, word, deepest))
        expect(depth).toBeLessThanOrEqual(deepest)
        expect(depth >= 1).toBe(history.includes(word))
      }),
      { numRuns: 1000 },
    )
  })

  it('counts nodes, edges and n-grams as sets do, also after a new beginning', () => {
    fc.assert(
      fc.property(tokens(5, 3), tokens(30, 3), (prefix, more) => {
        const walk = walkFrom(prefix, 3, more.length)
        for (const word of more) push(walk, word)
        const check = () => {
          const all = [...prefix, ...more]
          expect(walk.nodes).toBe(new Set(all).size)
          expect(walk.edges).toBe(new Set(ngramsOf(all, 2)).size)
          for (const n of [2, 3, 4] as const) {
            const grams = ngramsOf(more, n)
            const share = grams.length === 0 ? null : 1 - new Set(grams).size / grams.length
            expect(repetition(walk, n)).toBe(share)
          }
        }
        check()
        restart(walk, prefix.length + more.length)
        check()
      }),
    )
  })

  it('has diversity 1 without repetition, and almost none of one word', () => {
    const distinct = walkFrom([], 40, 40)
    for (let w = 0; w < 40; w++) push(distinct, w)
    expect(diversity(distinct)).toBe(1)
    for (const m of [40, 400]) {
      const same = walkFrom([], 1, m)
      for (let k = 0; k < m; k++) push(same, 0)
      expect(diversity(same)).toBeCloseTo(1 / ((m - 1) * (m - 2) * (m - 3)), 15)
    }
  })

  it('finds the round it is in', () => {
    const periodOf = (list: readonly number[]) => activePeriod(walkFrom(list, 10, 0))
    expect(periodOf([])).toBe(0)
    expect(periodOf([1, 2, 3, 4, 5])).toBe(0)
    expect(periodOf([9, 1, 2, 1, 2, 1, 2])).toBe(0) // four tokens came again: too few
    expect(periodOf([9, 1, 2, 1, 2, 1, 2, 1, 2])).toBe(2)
    expect(periodOf([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7])).toBe(7)
    expect(periodOf([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6])).toBe(0) // not all the way round
    expect(periodOf([3, 3, 3, 3, 3, 3, 3])).toBe(1)
  })
})

describe('choosing', () => {
  const rows = fc.array(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
    minLength: 5,
    maxLength: 5,
  })
  const words = ['a', 'b', 'c', 'd', 'e']
  const decode = (matrix: number[][], rule: Parameters<typeof choose>[2], steps = 20) => {
    const walk = walkFrom([0], 5, steps)
    const choice = emptyChoice(5, 5)
    for (let k = 0; k < steps; k++) push(walk, choose(chainLanguage(words, matrix), walk, rule, choice))
    return [...walk.tokens]
  }

  it('is greedy for α = 0, for f = 0 and for k = 1', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), (matrix, k, alpha) => {
        const greedy = decode(matrix, { alpha: 0, k: 1, resistance: [], deepest: 5 })
        expect(decode(matrix, { alpha: 0, k, resistance: resistances.block4, deepest: 5 })).toEqual(greedy)
        expect(decode(matrix, { alpha, k, resistance: [0, 0, 0, 0, 0, 0], deepest: 5 })).toEqual(greedy)
        expect(decode(matrix, { alpha, k: 1, resistance: resistances.release, deepest: 5 })).toEqual(greedy)
      }),
    )
  })

  it('always takes the most probable word if it is new', () => {
    const positive = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(rows, tokens(12, 5), positive, fc.double({ min: 0, max: 1, noNaN: true }), (matrix, said, f, alpha) => {
        const choice = emptyChoice(5, 5)
        choose(chainLanguage(words, matrix), walkFrom(said, 5, 0), { alpha, k: 5, resistance: [0, ...f], deepest: 5 }, choice)
        if (!said.includes(choice.ids[0]!)) expect(choice.rank).toBe(0)
      }),
    )
  })

  it('forbids what is deeper than the table, and charges nothing for nothing', () => {
    const rule = { alpha: 0.2, k: 5, resistance: [0, 1], deepest: 5 }
    expect(penalty(rule, 1)).toBe(0.2)
    expect(penalty(rule, 2)).toBe(Number.POSITIVE_INFINITY)
    expect(penalty({ ...rule, alpha: 0 }, 2)).toBe(0)
    expect(penalty({ ...rule, alpha: Number.POSITIVE_INFINITY }, 0)).toBe(0)
  })
})

describe('a language of n-grams', () => {
  const counts = countNgrams('a b a b a c a b c')

  it('counts by hand', () => {
    // c(a b) = 3, c(a) = 4 with a follower; p_1(b) = (3 + 1/3) / 10
    const p = new Float64Array(3)
    ngramLanguage(counts, 2, 1).fill([0], 1, p)
    expect(p[1]).toBeCloseTo((3 + (3 + 1 / 3) / 10) / 5, 15)
    ngramLanguage(counts, 2, 1).fill([], 0, p)
    expect(p[1]).toBeCloseTo((3 + 1 / 3) / 10, 15)
  })

  it('sums to 1 after any history, and keeps the lower order after one never seen', () => {
    const [p, lower] = [new Float64Array(3), new Float64Array(3)]
    fc.assert(
      fc.property(
        tokens(6, 3),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (said, n, kappa) => {
          ngramLanguage(counts, n, kappa).fill(said, said.length, p)
          expect(Math.abs(p.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-14)
        },
      ),
    )
    ngramLanguage(counts, 3, 1).fill([2, 2], 2, p) // "c c" never came
    ngramLanguage(counts, 2, 1).fill([2], 1, lower)
    expect([...p]).toEqual([...lower])
  })
})

describe('the other decoders', () => {
  const p = Float64Array.of(0.1, 0.4, 0.1, 0.25, 0.15)

  it('know the most probable words, ties by id', () => {
    const ids = new Int16Array(5)
    expect(mostProbable(p, 4, ids)).toBe(4)
    expect([...ids.slice(0, 4)]).toEqual([1, 3, 4, 0])
    expect([0, 1, 2, 3, 4].map((w) => rankOf(p, w))).toEqual([3, 0, 4, 1, 2])
    expect(nucleusSize(p, 0.65, new Float64Array(5))).toBe(2)
    expect(nucleusSize(p, 0.66, new Float64Array(5))).toBe(3)
    expect(nucleusSize(p, 1.1, new Float64Array(5))).toBe(5)
  })

  it('draw each word as often as its share says', () => {
    const random = stream(3)
    const drawn = [0, 0, 0]
    for (let k = 0; k < 20_000; k++) drawn[draw(p, Int16Array.of(1, 3, 4), 3, random)! === 1 ? 0 : 1]!++
    expect(drawn[0]! / 20_000).toBeCloseTo(0.5, 2)
  })

  it('a beam as wide as the tree finds the most probable text of all', () => {
    const matrix = [
      [0.1, 0.5, 0.4],
      [0.4, 0.3, 0.3],
      [0.9, 0.05, 0.05],
    ]
    const language = chainLanguage(['a', 'b', 'c'], matrix)
    const bestOf = (width: number) => {
      const beams = beamsFrom([0], width, 2)
      for (let k = 0; k < 2; k++) widen(language, beams, beamWorkspace(3, width))
      return { text: [...beams.tokens.subarray(0, 3)], score: beams.scores[0]! }
    }
    expect(bestOf(1)).toEqual({ text: [0, 1, 0], score: Math.log(0.5) + Math.log(0.4) }) // greedy
    expect(bestOf(9)).toEqual({ text: [0, 2, 0], score: Math.log(0.4) + Math.log(0.9) })
  })
})
