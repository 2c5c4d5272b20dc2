// What is measured of a field: asymmetry and error at noisy samples, and how far samples end from the data.
import { fillScores, noisyGaussians } from '@/domains/diffusion/noisyGaussians'
import { stream } from '@/numerics/random'
import { projections, slicedDistance } from '@/numerics/wasserstein'
import { dataOf, noiseLevels, noisySamples } from './data'
import { curlAt, type Field } from './fields'
import { LEAST_NOISE, MOST_NOISE, type Params } from './params'

const PROBES = 200

export interface Fit {
  /** Root of E‖½(J - Jᵀ)‖² over E‖J‖², a share. */
  asymmetry: number
  /** Root of E|field - score|² over E|score|². */
  error: number
}
/** At 200 noisy samples, the same for all fields. */
export function fitAt(p: Pick<Params, 'moved'>, field: Field, sigma: number): Fit {
  const data = dataOf(p)
  const points = noisySamples(data, PROBES, sigma, stream(0, 'probes'))
  const [exact, found] = [new Float64Array(points.length), new Float64Array(points.length)]
  const jacobians = new Float64Array(2 * points.length)
  fillScores(noisyGaussians(data, sigma), points, exact)
  field.fill(sigma, points, found)
  field.jacobians(sigma, points, jacobians)
  let [skew, whole, off, size] = [0, 0, 0, 0]
  for (let n = 0; n < PROBES; n++) {
    skew += curlAt(jacobians, n) ** 2 / 2
    for (let i = 4 * n; i < 4 * n + 4; i++) whole += jacobians[i]! ** 2
    for (const i of [2 * n, 2 * n + 1]) {
      off += (found[i]! - exact[i]!) ** 2
      size += exact[i]! ** 2
    }
  }
  return { asymmetry: Math.sqrt(skew / whole), error: Math.sqrt(off / size) }
}

const LEVELS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3]
/** Root mean squares over seven noise levels from 0.05 to 3. */
export function fitOverall(p: Pick<Params, 'moved'>, field: Field): Fit {
  const all = LEVELS.map((sigma) => fitAt(p, field, sigma))
  const mean = (of: (fit: Fit) => number) => Math.sqrt(all.reduce((sum, fit) => sum + of(fit) ** 2, 0) / all.length)
  return { asymmetry: mean(({ asymmetry }) => asymmetry), error: mean(({ error }) => error) }
}

const DIRECTIONS = 16
/** Root mean squared Wasserstein distance along 16 directions, of as many points each. */
export const slicedW2 = (a: Float64Array, b: Float64Array): number =>
  slicedDistance(projections(a, DIRECTIONS), projections(b, DIRECTIONS))

/** Data at the most noise, from which sampling starts; two clouds at the least noise, with which its ends are compared. */
export function cloudsOf(p: Pick<Params, 'moved' | 'seed'>, n: number) {
  const of = (name: string, sigma: number) => noisySamples(dataOf(p), n, sigma, stream(p.seed, name))
  return { start: of('start', MOST_NOISE), truth: of('truth', LEAST_NOISE), other: of('other truth', LEAST_NOISE) }
}

/** dx/dσ = -σ s from the most noise to the least, or from level `first` on, by Heun's method, in place. Yields after every step. */
export function* sample(field: Field, steps: number, x: Float64Array, first = 0): Generator<number, void, void> {
  const levels = noiseLevels(steps)
  const [slope, ahead, at] = [new Float64Array(x.length), new Float64Array(x.length), new Float64Array(x.length)]
  for (let step = first; step < steps; step++) {
    const [from, to] = [levels[step]!, levels[step + 1]!]
    const h = to - from
    field.fill(from, x, slope)
    for (let i = 0; i < x.length; i++) at[i] = x[i]! - h * from * slope[i]!
    field.fill(to, at, ahead)
    for (let i = 0; i < x.length; i++) x[i]! -= (h / 2) * (from * slope[i]! + to * ahead[i]!)
    yield step + 1
  }
}
/** The same at once. */
export function sampled(field: Field, steps: number, start: Float64Array, first = 0): Float64Array {
  const x = start.slice()
  const work = sample(field, steps, x, first)
  while (!work.next().done);
  return x
}
