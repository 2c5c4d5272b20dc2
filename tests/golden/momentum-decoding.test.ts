import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { chainLanguage, type Language, mostProbable, rankOf } from '@/domains/text/language'
import { choose, emptyChoice, type Rule, resistances } from '@/domains/text/momentum'
import { countNgrams, ngramLanguage } from '@/domains/text/ngrams'
import { circularDepth, diversity, push, walkFrom } from '@/domains/text/walk'
import { corpus } from '~demos/momentum-decoding/corpus'
import { matrixOf } from '~demos/momentum-decoding/hand'
import { model, type Params, params } from '~demos/momentum-decoding/model'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

const toleranceOf = (golden: Golden) => Number(golden.constant<number>('tolerance'))
const tableOf = (table: readonly (number | null)[]) => table.map((v) => v ?? Number.POSITIVE_INFINITY)
const DEEPEST = 5 // L_max of the code, if a case names none

/** Decodes `steps` words; the candidates of each step, and the walk. */
function decode(language: Language, prefix: readonly number[], steps: number, rule: Rule) {
  const walk = walkFrom(prefix, language.words.length, steps)
  const choice = emptyChoice(language.words.length, rule.k)
  const log = []
  for (let k = 0; k < steps; k++) {
    const pick = choose(language, walk, rule, choice)
    const { size, rank } = choice
    const taken = {
      candidates: [...choice.ids.subarray(0, size)],
      depths: [...choice.depths.subarray(0, size)],
      scores: [...choice.scores.subarray(0, size)],
    }
    log.push({ ...taken, pick, rank, depth: circularDepth(walk, pick, rule.deepest) })
    push(walk, pick)
  }
  return { walk, log }
}

/** The demo's own run: tokens, depths of picks and their number that was greedy. */
function demoRun(wish: Partial<Params>) {
  const p = merge(params, defaultsOf(params), wish)
  expect(p).toMatchObject(wish)
  const s = model.init(p)
  for (let k = 0; k < p.steps; k++) model.step(s, p)
  const { walk, depths, greedy } = s.momentum
  return { tokens: [...walk.tokens], depths: [...depths.subarray(walk.start)], greedy }
}
const letterOf = (id: number) => String.fromCharCode(65 + id)
const letters = (ids: readonly number[]) => ids.map(letterOf).join('')

interface DepthCase {
  tokens: number[]
  candidate: number
  max_length: number
  depth: number
}
interface MatrixRun {
  P: number[][]
  prefix: number[]
  steps: number
  k: number
  alpha: number
  resistance: (number | null)[]
  max_length?: number
  resistance_name: string
  tokens: number[]
  log: { candidates: number[]; depths: number[]; scores: (number | null)[]; pick: number; rank: number }[]
}
interface Decode {
  prefix: string
  resistance_name: string
  k: number
  alpha: number
  steps: number
  text: string
  ranks: number[]
  depths_of_pick: number[]
  diversity_of_generated: number
  greedy_ratio: number
  graph_nodes: number
  graph_edges: number
}
interface Model {
  order: number
  kappa: number
  vocab_size: number
  n_tokens: number
  next_token: { context: string; top5: [string, number][]; sum: number }[]
  decodes: Decode[]
}

testGolden('momentum-decoding', {
  constants: ['how', 'tolerance', 'corpus_sha256'],
  tolerances: { others: 1e-12 },
  unread: {
    'depth_cases.*.max_length': 'no repetition in the case is longer',
    'depth_cases.1.candidate': 'a new word, and any other new word, has depth 0',
    'matrix_runs.*.P.*': 'chances of words that are never near to a pick may be others',
    'matrix_runs.*.resistance': 'depths that no pick comes near',
    'matrix_runs.*.alpha': 'a pick changes only where two scores cross',
    'language_model.decodes.*.alpha': 'a pick changes only where two scores cross',
    'depth_cases.*.tokens.*': 'words that take part in no repetition may be others',
  },
  sections: {
    depth_cases(content) {
      for (const [name, { tokens, candidate, max_length, depth }] of casesOf<DepthCase>(content)) {
        it(`${name}: ${candidate} after ${tokens.join(',')}`, () => {
          expect(circularDepth(walkFrom(tokens, 10, 0), candidate, max_length)).toBe(depth)
        })
      }
    },

    matrix_runs(content, golden) {
      const abs = toleranceOf(golden)
      for (const [name, run] of casesOf<MatrixRun>(content)) {
        it(`${name}: ${run.resistance_name}, k = ${run.k}`, () => {
          const language = chainLanguage(
            run.P.map((_, id) => letterOf(id)),
            run.P,
          )
          const rule = { alpha: run.alpha, k: run.k, resistance: tableOf(run.resistance), deepest: run.max_length ?? DEEPEST }
          const { walk, log } = decode(language, run.prefix, run.steps, rule)
          expect([...walk.tokens]).toEqual(run.tokens)
          for (const [step, { candidates, depths, scores, pick, rank }] of run.log.entries()) {
            expect(log[step]).toMatchObject({ candidates, depths, pick, rank })
            expectNear(
              log[step]!.scores,
              scores.map((v) => v ?? Number.NEGATIVE_INFINITY),
              { abs },
              `scores of step ${step}`,
            )
          }
          if (JSON.stringify(run.P) !== JSON.stringify(matrixOf([])))
            return void golden.notOffered.push(`${run.resistance_name}, k = ${run.k}`)
          const [, f1 = 0, f2 = 0, f3 = 0, f4 = 0, f5 = 0] = run.resistance.map((v) => v ?? 7)
          const wish = { mode: 'hand', letters: letters(run.prefix), k: run.k, alpha: run.alpha, steps: run.steps } as const
          expect(demoRun({ ...wish, table: 'own', f1, f2, f3, f4, f5 }).tokens).toEqual(run.tokens)
        })
      }
    },

    language_model(content, golden) {
      const abs = toleranceOf(golden)
      const { order, kappa, vocab_size, n_tokens, next_token, decodes } = content as Model
      const counts = countNgrams(corpus)
      const language = ngramLanguage(counts, order, kappa)
      const idsOf = (words: string) => words.split(' ').map((word) => counts.idOf.get(word)!)
      const textOf = (tokens: Iterable<number>) => Array.from(tokens, (id) => counts.words[id]).join(' ')

      it('is trained on the same words', () => {
        expect([counts.words.length, counts.tokens.length]).toEqual([vocab_size, n_tokens])
        const text = textOf(counts.tokens)
        expect([text, `${text}\n`].map((one) => createHash('sha256').update(one).digest('hex'))).toContain(
          golden.constant('corpus_sha256'),
        )
      })
      for (const { context, top5, sum } of next_token) {
        it(`after "${context}"`, () => {
          const p = new Float64Array(vocab_size)
          const ids = new Int16Array(5)
          language.fill(idsOf(context), 2, p)
          mostProbable(p, 5, ids)
          expect([...ids].map((id) => counts.words[id])).toEqual(top5.map(([word]) => word))
          expectNear(
            [...ids].map((id) => p[id]),
            top5.map(([, value]) => value),
            { abs },
          )
          expect([...ids].map((id) => rankOf(p, id))).toEqual([0, 1, 2, 3, 4])
          expectNear(
            p.reduce((a, b) => a + b, 0),
            sum,
            { abs },
          )
        })
      }
      for (const [name, one] of casesOf<Decode>(decodes)) {
        it(`${name}: "${one.prefix}", ${one.resistance_name}, k = ${one.k}`, () => {
          const table = one.resistance_name as keyof typeof resistances | 'none'
          const resistance = table === 'none' ? [0, 0, 0, 0, 0, 0] : resistances[table]
          const { walk, log } = decode(language, idsOf(one.prefix), one.steps, { ...one, resistance, deepest: DEEPEST })
          expect(textOf(walk.tokens)).toBe(one.text)
          expect(log.map(({ rank }) => rank)).toEqual(one.ranks)
          expect(log.map(({ depth }) => depth)).toEqual(one.depths_of_pick)
          expect(log.filter(({ rank }) => rank === 0).length / one.steps).toBe(one.greedy_ratio)
          expect([walk.nodes, walk.edges]).toEqual([one.graph_nodes, one.graph_edges])
          expectNear(diversity(walk), one.diversity_of_generated, { abs })
          const rule = { table: table === 'none' ? ('release' as const) : table, alpha: one.alpha, k: one.k }
          const shown = demoRun({ ...rule, order, kappa, prefix: one.prefix, steps: one.steps })
          expect(textOf(shown.tokens)).toBe(one.text)
          expect(shown.depths).toEqual(one.depths_of_pick)
          expect(shown.greedy / one.steps).toBe(one.greedy_ratio)
        })
      }
    },
  },
})
