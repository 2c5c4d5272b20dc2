// What the claims measure: by data, by explicit matrices, or by iterating the real map; no closed form takes part.
import { type Adversary, adversaryStep } from '@/domains/operators/adversary'
import { waves } from '@/domains/operators/catMap'
import { radialFor } from '@/domains/operators/duffing'
import { edmd, type Koopman, koopmanOfTables, leastResidual, prober, residualsOn } from '@/domains/operators/koopman'
import { learned } from '@/domains/operators/learning'
import { rotationAngles } from '@/domains/operators/rotation'
import { stream, uniform } from '@/numerics/random'
import type { Params } from './params'

const FRESH = 4000 // pairs

/** EDMD's residuals on pairs that it has not seen. */
export function freshResiduals(p: Params, operator: Koopman): Float64Array {
  const fresh = learned(p, p.seed, radialFor(p, p.seed, p.N), FRESH, { purpose: 'fresh' })
  return residualsOn(fresh, operator)
}

/** Largest |res² - (1 - |λ|²)| among EDMD's eigenpairs. */
export function isometryError(operator: Koopman): number {
  const { re, im, residual } = edmd(operator)
  return re.reduce((most, x, k) => Math.max(most, Math.abs(residual[k]! ** 2 - (1 - x * x - im[k]! ** 2))), 0)
}

/** Share of EDMD's eigenvalues whose residual is `least` or more. */
export function invented(operator: Koopman, least: number): number {
  const { residual } = edmd(operator)
  return residual.filter((r) => r >= least).length / residual.length
}

/** The cat map on all waves of a box except the constant, as an explicit matrix. */
export function catOperator(box: number): Koopman {
  const side = 2 * box + 1
  const middle = (waves(box) - 1) / 2
  const size = waves(box) - 1
  const number = (k: number, l: number) => {
    const index = (k + box) * side + l + box
    return index < middle ? index : index - 1
  }
  const [a, s, r] = [new Float64Array(size * size), new Float64Array(size * size), new Float64Array(size * size)]
  for (let k = -box; k <= box; k++) {
    for (let l = -box; l <= box; l++) {
      if (k === 0 && l === 0) continue
      const from = number(k, l)
      const [x, y] = [2 * k + l, k + l]
      if (Math.abs(x) <= box && Math.abs(y) <= box) a[number(x, y) * size + from] = 1
      else s[from * size + from] = 1 // an image outside the box, orthogonal to all others
      r[from * size + from] = 1
    }
  }
  return { size, kept: Array.from({ length: size }, (_, k) => k), a, s, r }
}

export const catByMatrix = (box: number, re: number, im: number): number => leastResidual(prober(catOperator(box)), re, im)

/** EDMD of the rotation from random snapshots, with cosines and sines of the waves in a small box: residuals, and the missing part of the spectrum. */
export function rotationFromData({ alpha, beta }: Pick<Params, 'alpha' | 'beta'>, box: number, pairs: number) {
  const side = 2 * box + 1
  const functions = side * side
  const random = stream(1, 'rotation')
  const [px, py] = [new Float64Array(pairs * functions), new Float64Array(pairs * functions)]
  const fill = (table: Float64Array, row: number, x: number, y: number) => {
    for (let j = 0; j < functions; j++) {
      const angle = 2 * Math.PI * ((Math.floor(j / side) - box) * x + ((j % side) - box) * y)
      table[row * functions + j] = 2 * j < functions - 1 ? Math.sin(angle) : Math.cos(angle)
    }
  }
  for (let m = 0; m < pairs; m++) {
    const [x, y] = [uniform(random), uniform(random)]
    fill(px, m, x, y)
    fill(py, m, x + alpha, y + beta)
  }
  const { re, im, residual } = edmd(koopmanOfTables(px, py, functions))
  const missing = rotationAngles(box, alpha, beta).reduce((most, turn) => {
    const [x, y] = [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)]
    return Math.max(most, Math.min(...re.map((value, k) => Math.hypot(value - x, im[k]! - y))))
  }, 0)
  return { residual: Math.max(...residual), missing }
}

const STARTS = 48

/** |c_n| by iterating the real map from starts spread evenly over one of the adversary's waves. */
export function iteratedOverlap(m: Adversary, n: number): number {
  let [re, im] = [0, 0]
  const state = new Float64Array(2)
  for (let k = 0; k < STARTS; k++) {
    state[0] = (k + 0.5) / (STARTS * m.q)
    state[1] = 0
    for (let i = 0; i < n; i++) adversaryStep(m, state)
    re += Math.cos(2 * Math.PI * state[1]!) / STARTS
    im += Math.sin(2 * Math.PI * state[1]!) / STARTS
  }
  return Math.hypot(re, im)
}

const PLACES = 50_000 // in one wave: the largest distance at one of them is too small by 2e-9 of itself at most

/** Largest distance between the images of a point under the adversary's map and under the rotation. */
export function measuredChange(m: Adversary): number {
  let most = 0
  const state = new Float64Array(2)
  for (let k = 0; k < PLACES; k++) {
    state[0] = k / (PLACES * m.q)
    state[1] = 0.5
    adversaryStep(m, state)
    const off = state[1]! - 0.5 - m.beta
    most = Math.max(most, Math.abs(off - Math.round(off)))
  }
  return most
}
