import { expect } from 'vitest'
import { defaultsOf, merge, sameValue } from '@/contract'
import { fitReward, winsAgainst } from '@/domains/alignment/preferences'
import { advance, gap, laneAt, policyOf, tiltAfter } from '@/domains/alignment/tilt'
import { model, type Params, params } from '~demos/apo/model'
import { duelsOf, referenceOf } from '~demos/apo/params'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

const toleranceOf = (golden: Golden) => numbersIn(golden.constant<string>('tolerance'))[0] as number

interface ExactRun {
  beta: number
  alpha: number
  t: number[]
  pi_hat: number[][]
  pi_extrapolated: number[][]
  closed_form_coefficient: number[]
  gap: number[]
}
interface Sampled {
  beta: number
  alpha: number
  ridge: number
  win_tables: number[][][]
  r_hat: number[][]
  policies_hat_ext: [hat: number[], pushed: number[]][]
}
interface Sppo {
  M: number[][]
  start: number[]
  t: number[]
  runs: { eta: number; alpha: number; policy: number[][] }[]
}

/** Parameters of the demo for these values; null if it does not accept them unchanged. */
function offered(wanted: Partial<Params>): Params | null {
  const p = merge(params, defaultsOf(params), wanted)
  return Object.entries(wanted).every(([key, value]) => sameValue(p[key as keyof Params], value)) ? p : null
}

/** States of a lane after every round, as (π̂, π), by the rule alone. */
function lane(
  start: readonly number[],
  rounds: number,
  alpha: number,
  gainAt: (policy: Float64Array, round: number) => ArrayLike<number>,
) {
  const one = laneAt(start)
  const seen = () => ({ hat: [...policyOf(one.hat)], pushed: [...policyOf(one.pushed)], logits: one.hat.slice() })
  const all = [seen()]
  for (let t = 0; t < rounds; t++) {
    advance(one, gainAt(policyOf(one.pushed), t), alpha)
    all.push(seen())
  }
  return all
}

/** The same of the demo's own run. */
function demoLane(p: Params, rounds: number) {
  const s = model.init(p)
  const seen = () => ({ hat: [...policyOf(s.apo.hat)], pushed: [...policyOf(s.apo.pushed)] })
  const all = [seen()]
  for (let t = 0; t < rounds; t++) {
    model.step(s, p)
    all.push(seen())
  }
  return all
}

testGolden('apo', {
  constants: ['how', 'tolerance', 'r', 'ref'],
  tolerances: { others: 1e-10 },
  sections: {
    exact_reward_runs(content, golden) {
      const abs = toleranceOf(golden)
      const [r, ref] = [golden.constant<number[]>('r'), golden.constant<number[]>('ref')]
      for (const [name, one] of casesOf<ExactRun>(content)) {
        const { alpha, beta, gap: gaps, closed_form_coefficient: coefficients, t } = one
        it(`${name}: α = ${alpha}, β = ${beta}`, () => {
          const rounds = Math.max(gaps.length - 1, ...t)
          const byRule = lane(ref, rounds, alpha, () => r.map((v) => v / beta))
          const answers: Partial<Params> =
            r.length === 3 ? { answers: 'three', r3: r, ref3: ref } : { answers: 'five', r5: r, ref5: ref }
          const p = offered({ mode: 'dpo', ...answers, alpha, beta })
          const runs = [byRule, ...(p ? [demoLane(p, rounds)] : [])]
          if (p === null) golden.notOffered.push(`α = ${alpha}, β = ${beta}`)
          for (const run of runs) {
            for (const [k, round] of t.entries()) {
              expectNear(run[round]!.hat, one.pi_hat[k], { rel: abs }, `π̂ after ${round}`)
              expectNear(run[round]!.pushed, one.pi_extrapolated[k], { rel: abs }, `π after ${round}`)
            }
          }
          for (const [round, expected] of gaps.entries())
            expectNear(gap(byRule[round]!.logits, r), expected, { rel: 10 * abs, abs: 1e-16 }, `gap after ${round}`)
          for (const [round, expected] of coefficients.entries())
            expectNear(tiltAfter(round, alpha), expected, { abs }, `a after ${round}`)
        })
      }
    },

    sampled(content, golden) {
      const abs = toleranceOf(golden)
      for (const [name, one] of casesOf<Sampled>(content, (content) => 'win_tables' in content)) {
        it(`${name}: no answer is compared with itself`, () => {
          for (const table of one.win_tables) for (const [y, wins] of table.entries()) expect(wins[y]).toBe(0)
        })
        const fits = one.win_tables.map((table) => {
          const out = new Float64Array(table.length)
          fitReward(table.flat(), one.ridge, out)
          return out
        })
        for (const [round, expected] of one.r_hat.entries())
          it(`${name}: reward fitted in round ${round + 1}`, () => expectNear(fits[round], expected, { abs }, 'r̂'))
        it(`${name}: policies after each round`, () => {
          const run = lane(golden.constant<number[]>('ref'), fits.length, one.alpha, (_, round) =>
            fits[round]!.map((v) => v / one.beta),
          )
          for (const [round, [hat, pushed]] of one.policies_hat_ext.entries())
            expectNear(run[round + 1], { hat, pushed }, { abs }, `round ${round + 1}`)
        })
      }
    },

    sppo(content, golden) {
      const abs = toleranceOf(golden)
      for (const [name, { M, start, t, runs }] of casesOf<Sppo>(content, (content) => 'M' in content)) {
        for (const [k, { eta, alpha, policy }] of runs.entries()) {
          it(`${name}, run ${k}: η = ${eta}, α = ${alpha}`, () => {
            const rounds = Math.max(...t)
            const reward = new Float64Array(start.length)
            const byRule = lane(start, rounds, alpha, (current) => {
              winsAgainst(M, current, reward)
              return reward.map((v) => eta * v)
            })
            const p = offered({ mode: 'sppo', game: 'ranked', alpha, beta: 1 / eta })
            const isSame =
              p !== null && sameValue(duelsOf(p), M) && !start.some((v, y) => Math.abs(v - referenceOf(p)[y]!) > 1e-12)
            if (!isSame) golden.notOffered.push(`η = ${eta}, α = ${alpha}`)
            for (const run of [byRule, ...(isSame ? [demoLane(p, rounds)] : [])])
              for (const [at, round] of t.entries()) expectNear(run[round]!.pushed, policy[at], { rel: abs }, `π after ${round}`) // the file's are pushed further
          })
        }
      }
    },
  },
})
