import { expect } from 'vitest'
import { type Adversary, adversaryStep, change, correlation, lineWeight, oneStepResidual } from '@/domains/operators/adversary'
import { catResidual, longestChain, waves } from '@/domains/operators/catMap'
import { type Radial, watch } from '@/domains/operators/duffing'
import { edmd, type Koopman, koopmanOfTables, leastResidual, prober } from '@/domains/operators/koopman'
import { rk4, stagesOf } from '@/numerics/ode'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Pair = [number, number]
interface Cat {
  N: number
  modes: number
  longest_chain: number
  residual: [modulus: number, tau: number][]
}
interface Duffing {
  dt: number
  field: string
  X: Pair[]
  Y: Pair[]
  centres: Pair[]
  d: number
  eigenvalues: Pair[]
  residuals: number[]
  z: Pair[]
  pseudo_residual: number[]
}
interface Torus {
  alpha: number
  beta: number
  q: number
  A: number
  map_change_amplitude: number
  residual_at_exp_2pi_i_beta: number
  c_n: [n: number, re: number, im: number][]
  line_weights: [line: number, weight: number][]
}
type Orbit = Omit<Torus, 'c_n'> & { x0: number; y0: number; n: number; end: Pair }

const within = (golden: Golden, name: 'closed_forms' | 'duffing') => ({
  abs: golden.constant<Record<string, number>>('tolerance')[name]!,
})
const adversaryOf = ({ alpha, beta, q, A }: Torus | Orbit): Adversary => ({ alpha, beta, q, a: A })

const SUBSTEPS = 50 // "RK4, 50 substeps"

/** The image of a state under the flow of a case. */
function image({ dt, field }: Duffing, state: Pair): Float64Array {
  const damping = /^x'=v, v'=x-x\^3(?:-([\d.]+)\*?v)?$/.exec(field)
  if (damping === null) throw new Error(`another field: ${field}`)
  const gamma = Number(damping[1] ?? 0)
  const x = Float64Array.from(state)
  const stages = stagesOf(2)
  for (let k = 0; k < SUBSTEPS; k++) {
    rk4(
      (_t, s, out) => {
        out[0] = s[1]!
        out[1] = s[0]! - s[0]! ** 3 - gamma * s[1]!
      },
      0,
      dt / SUBSTEPS,
      x,
      stages,
    )
  }
  return x
}

/** The operator from the snapshots and centres of a case. */
function learned({ X, Y, centres, d }: Duffing): Koopman {
  const dictionary: Radial = { centres: Float64Array.from(centres.flat()), sharpness: 1 / d }
  const table = (states: Pair[]) => {
    const values = new Float64Array(states.length * centres.length)
    for (const [m, state] of states.entries()) watch(dictionary, Float64Array.from(state), values, m * centres.length, 1)
    return values
  }
  return koopmanOfTables(table(X), table(Y), centres.length)
}

/** Index of the nearest eigenvalue. */
const nearest = ({ re, im }: { re: Float64Array; im: Float64Array }, [x, y]: Pair): number =>
  re.reduce((best, value, k) => (Math.hypot(value - x, im[k]! - y) < Math.hypot(re[best]! - x, im[best]! - y) ? k : best), 0)

testGolden('koopman-limits', {
  constants: ['how', 'tolerance'],
  tolerances: { duffing: 1e-7, others: 1e-10 },
  sections: {
    cat_map: (content, golden) => {
      for (const [, { N, modes, longest_chain, residual }] of casesOf<Cat>(content, (c) => 'modes' in c)) {
        it(`N = ${N}`, () => {
          expect(waves(N)).toBe(modes)
          expect(longestChain(N).length).toBe(longest_chain)
          for (const [modulus, tau] of residual)
            expectNear(catResidual(N, modulus), tau, within(golden, 'closed_forms'), `|z| = ${modulus}`)
        })
      }
    },

    duffing: (content, golden) => {
      for (const [name, duffing] of casesOf<Duffing>(content, (c) => 'X' in c)) {
        it(`${name}: snapshots follow the flow`, () => {
          for (const [k, state] of duffing.X.entries()) {
            expectNear(image(duffing, state), duffing.Y[k], within(golden, 'duffing'), `image ${k}`)
          }
        })
        it(`${name}: eigenvalues and residuals of EDMD`, () => {
          const spectrum = edmd(learned(duffing))
          expect(spectrum.re.length).toBe(duffing.eigenvalues.length)
          const found = duffing.eigenvalues.map((value) => nearest(spectrum, value))
          expect(new Set(found).size).toBe(found.length)
          for (const [k, i] of found.entries()) {
            expectNear([spectrum.re[i], spectrum.im[i]], duffing.eigenvalues[k], within(golden, 'duffing'), `eigenvalue ${k}`)
            expectNear(spectrum.residual[i], duffing.residuals[k], within(golden, 'duffing'), `residual ${k}`)
          }
        })
        it(`${name}: least residuals`, () => {
          const probe = prober(learned(duffing))
          for (const [k, z] of duffing.z.entries()) {
            expectNear(leastResidual(probe, ...z), duffing.pseudo_residual[k], within(golden, 'duffing'), `z = ${z}`)
          }
        })
      }
    },

    adversary: (content, golden) => {
      for (const [name, torus] of casesOf<Torus>(content, (c) => 'c_n' in c)) {
        it(`${name}: q = ${torus.q}`, () => {
          const m = adversaryOf(torus)
          expectNear(change(m), torus.map_change_amplitude, within(golden, 'closed_forms'), 'change')
          expectNear(oneStepResidual(m), torus.residual_at_exp_2pi_i_beta, within(golden, 'closed_forms'), 'residual')
          for (const [n, ...value] of torus.c_n) expectNear(correlation(m, n), value, within(golden, 'closed_forms'), `c_${n}`)
          for (const [line, weight] of torus.line_weights) {
            expectNear(lineWeight(m, line), weight, within(golden, 'closed_forms'), `line ${line}`)
          }
        })
      }
    },

    orbit: (content, golden) => {
      for (const [name, orbit] of casesOf<Orbit>(content, (c) => 'end' in c)) {
        it(`${name}: n = ${orbit.n}`, () => {
          const state = Float64Array.of(orbit.x0, orbit.y0)
          for (let n = 0; n < orbit.n; n++) adversaryStep(adversaryOf(orbit), state)
          expectNear(state, orbit.end, within(golden, 'closed_forms'))
        })
      }
    },
  },
})
