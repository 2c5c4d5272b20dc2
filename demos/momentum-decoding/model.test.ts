// What is true only of this demo; the decoder itself is tested in src/domains/text.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { ngramLanguage } from '@/domains/text/ngrams'
import { activePeriod } from '@/domains/text/walk'
import { matrixOf, withChance } from './hand'
import { handles } from './handles'
import { countsOf, knownOf, languageOf, spelled, tokensOf } from './languages'
import { freePlace, halfWidth, layOut } from './layout'
import { ALMOST_FREE, BEGINNINGS } from './measures'
import { model, type Params, params, type State } from './model'
import { resistanceOf } from './params'

const with_ = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
function runOf(wish: Partial<Params>, each?: (s: State, p: Params) => void): State {
  const p = with_(wish)
  const s = model.init(p)
  for (let k = 0; k < p.steps; k++) {
    each?.(s, p)
    model.step(s, p)
  }
  return s
}
const textOf = ({ walk }: State['momentum']) => [...walk.tokens]

describe('the model of Alice', () => {
  it('sums to 1 after every history of the book', () => {
    const { tokens, words } = countsOf()
    const p = new Float64Array(words.length)
    for (const order of [2, 3, 4]) {
      const language = ngramLanguage(countsOf(), order, 1)
      let worst = 0
      for (let end = 0; end < tokens.length; end += 20) {
        language.fill(tokens, end, p)
        worst = Math.max(worst, Math.abs(p.reduce((a, b) => a + b, 0) - 1))
      }
      expect(worst).toBeLessThan(1e-12)
    }
  })

  it('reads what is typed, and says what it does not know', () => {
    expect(tokensOf('Oh dear!  I’ve (late)')).toEqual(['oh', 'dear', '!', "i've", '(', 'late', ')'])
    expect(spelled(['oh', 'dear', '!', 'down', ',', 'down'])).toBe('oh dear! down, down')
    expect(knownOf(with_({ prefix: 'down the telephone' })).unknown).toEqual(['telephone'])
    expect(knownOf(with_({ mode: 'hand', letters: 'a bX' }))).toMatchObject({ prefix: [0, 1], unknown: ['X'] })
  })

  it('begins with nothing too', () => {
    for (const mode of ['words', 'hand'] as const) {
      expect(runOf({ mode, prefix: '', letters: '' }).momentum.walk.length).toBe(60)
    }
  })
})

describe('decoding', () => {
  it('is the greedy text without a toll, without a choice, and with a toll of 0', () => {
    for (const prefix of BEGINNINGS) {
      const wishes = [{ alpha: 0 }, { k: 1 }, { table: 'own', f1: 0, f2: 0, f3: 0, f4: 0, f5: 0 }] as const
      for (const wish of wishes) {
        const { momentum, other } = runOf({ prefix, ...wish, steps: 40 })
        expect(textOf(momentum)).toEqual(textOf(other))
        expect(momentum.greedy).toBe(40)
      }
    }
  })

  it('picks a fourth old word in a row only where all candidates are old', () => {
    for (const tolls of [{}, ALMOST_FREE]) {
      let refused = 0
      for (const prefix of BEGINNINGS) {
        runOf({ prefix, steps: 100, ...tolls }, (s, p) => {
          const { candidates, pick } = model.frame(s, p)
          if (candidates[0]!.depth >= 4 && pick > 0) refused++
          if (candidates[pick]!.depth >= 4) expect(candidates.every(({ depth }) => depth > 0)).toBe(true)
        })
      }
      if (tolls === ALMOST_FREE) expect(refused).toBeGreaterThan(10) // the rule was really tested
    }
  })

  it('goes in the round that the first repeated state closes, when greedy on a bigram model', () => {
    for (const prefix of BEGINNINGS) {
      const { walk } = runOf({ prefix, order: 2, alpha: 0, steps: 60 }).momentum
      const said = [...walk.tokens.subarray(walk.start)]
      const second = said.findIndex((word, k) => said.indexOf(word) < k)
      const period = second - said.indexOf(said[second]!)
      expect(period).toBeLessThanOrEqual(languageOf(with_({})).words.length)
      expect(activePeriod(walk)).toBe(period)
    }
  })

  it('counts one evaluation a word, and a beam four', () => {
    const { momentum, other } = runOf({ against: 'beam', steps: 50 })
    expect(momentum.calls).toBe(50)
    expect(other.calls).toBe(1 + 4 * 49)
  })

  it('draws the same text from the same seed', () => {
    for (const against of ['topk', 'nucleus'] as const) {
      expect(textOf(runOf({ against, seed: 4 }).other)).toEqual(textOf(runOf({ against, seed: 4 }).other))
      expect(textOf(runOf({ against, seed: 4 }).other)).not.toEqual(textOf(runOf({ against, seed: 5 }).other))
    }
  })
})

describe('what is dragged', () => {
  it('keeps each row of chances at 1, and the proportions of the others', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(35), fc.double({ min: -0.2, max: 1.2, noNaN: true })), { maxLength: 12 }), (drags) => {
        let changed = withChance([], 0, 0.05)
        expect(changed).toEqual([])
        for (const [cell, value] of drags) {
          changed = withChance(changed, cell, value)
          const matrix = matrixOf(changed)
          expect(matrix[Math.floor(cell / 6)]![cell % 6]).toBeCloseTo(Math.min(Math.max(value, 0), 1), 2)
          for (const row of matrix) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
        }
      }),
    )
    const [row] = matrixOf(withChance([], 1, 0.2)) as [number[]]
    expect(row).toEqual([0.1, 0.2, 0.4, 0.1, 0.1, 0.1])
  })

  it('makes a toll of its own, and “never” at the top', () => {
    const own = merge(params, with_({ table: 'block4' }), handles.f2!.move([2, 1.5], with_({ table: 'block4' })))
    expect(resistanceOf(own)).toEqual([0, 0, 1.5, 0, 5, Number.POSITIVE_INFINITY])
    expect(resistanceOf(merge(params, own, handles.f1!.move([1, 99], own)))[1]).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('places in the graph', () => {
  const { words } = countsOf()
  const text = textOf(runOf({ steps: 120 }).momentum)

  it('do not move when more is said', () => {
    const [short, long] = [layOut([text.slice(0, 40)], words), layOut([text], words)]
    for (const [id, place] of short) expect(long.get(id)).toEqual(place)
    for (const old of [short, layOut([text.slice(0, 40).toReversed()], words)]) expect(layOut([text], words, old)).toEqual(long)
    expect(layOut([text], words, short).get(text[30]!)).toBe(short.get(text[30]!)) // reused
  })

  it('hardly ever cover each other', () => {
    const all = [...layOut([text], words).values()]
    const covers = all.flatMap((a, k) =>
      all.slice(k + 1).filter((b) => Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < 20),
    )
    expect(all.length).toBeGreaterThan(80)
    expect(covers.length).toBe(0)
    expect(freePlace(halfWidth('rabbit'), all[0]!, all)).not.toMatchObject({ x: all[0]!.x, y: all[0]!.y })
  })
})
