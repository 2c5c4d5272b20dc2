// What the clients learn: ½ (x - bᵢ)ᵀAᵢ(x - bᵢ) in the plane, or softmax regression on points of three classes, of which each client has its own shares.
import type { Point } from '@/contract'
import { CLASSES, type LabelledPoints, softmaxGradient, softmaxOptimum, softmaxScore, WEIGHTS } from '@/domains/nets/softmax'
import { driftPoint, meanOptimum } from '@/domains/optim/federated'
import { memoized } from '@/memoized'
import { dirichlet } from '@/numerics/dirichlet'
import { stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { CLIENTS, type Method, type Params, ruleOf } from './params'

export interface Problem {
  readonly start: Float64Array
  /** The minimum of the mean of the clients' losses. */
  readonly optimum: Float64Array
  /** Writes the gradient of a client's loss. */
  gradient(client: number, at: Float64Array, out: Float64Array): void
  /** Measures of a model: distance to the optimum, or loss above its; and the share of points that it classifies correctly. */
  error(x: Float64Array): number
  right?(x: Float64Array): number
}

const OWN: readonly Point[] = [
  [1, 0.1],
  [0.1, 1],
  [0.5, 0.5],
  [0.9, 0.3],
  [0.2, 0.8],
]
const mean = (axis: 0 | 1) => OWN.reduce((sum, a) => sum + a[axis] / CLIENTS, 0)
const EQUAL = OWN.map((): Point => [mean(0), mean(1)])
/** Curvatures of the clients along both axes. */
export const curvaturesOf = ({ curvature }: Pick<Params, 'curvature'>): readonly Point[] => (curvature === 'own' ? OWN : EQUAL)

type Dragged = Pick<Params, 'curvature' | 'h' | 'b1' | 'b2' | 'b3' | 'b4' | 'b5'>
const draggedOf = (p: Dragged): readonly Point[] => [p.b1, p.b2, p.b3, p.b4, p.b5]
const along = (points: readonly Point[], axis: 0 | 1) => points.map((at) => at[axis])
const both = (of: (axis: 0 | 1) => number): Point => [of(0), of(1)]

/** The best place for all. Heterogeneity does not move it. */
export const optimumOf = (p: Dragged): Point =>
  both((axis) => meanOptimum(along(curvaturesOf(p), axis), along(draggedOf(p), axis)))
/** The clients' own best places: h times as far from the optimum as they were dragged. */
export function centersOf(p: Dragged): readonly Point[] {
  const star = optimumOf(p)
  return draggedOf(p).map((b) => both((axis) => star[axis] + p.h * (b[axis] - star[axis])))
}
/** The b that puts a client's best place at `to`; the optimum, from which h counts, moves with it. */
export function centerAt(p: Dragged, client: number, to: Point): Point {
  const [A, b] = [curvaturesOf(p), draggedOf(p)]
  return both((axis) => {
    const share = A[client]![axis] / along(A, axis).reduce((sum, a) => sum + a, 0)
    const others = meanOptimum(along(A, axis), along(b, axis)) - share * b[client]![axis]
    return (to[axis] - (1 - p.h) * others) / (p.h + (1 - p.h) * share)
  })
}
/** Where FedAvg, or FedAvg-M, comes to rest if all take part. */
export function restOf(p: Params, method: Method): Point {
  const { rate, local, beta, corrects, reduced } = ruleOf(p, method)
  const centers = centersOf(p)
  const effective = reduced ? rate : beta * rate
  return corrects
    ? optimumOf(p)
    : both((axis) => driftPoint(along(curvaturesOf(p), axis), along(centers, axis), effective, local))
}
export function restError(p: Params, method: Method): number {
  const [[x, y], [u, v]] = [restOf(p, method), optimumOf(p)]
  return Math.sqrt((x - u) ** 2 + (y - v) ** 2)
}

/** What is left, after all rounds of FedAvg with all clients, of the distance to its rest along the slower axis. */
export function leftOfWay(p: Params): number {
  const { rate, serverRate, local } = ruleOf(p, 'fedavg')
  const goes = (curvature: number) => (1 - (1 - rate * curvature) ** local) / (rate * local)
  const kept = both((axis) => 1 - (serverRate / CLIENTS) * along(curvaturesOf(p), axis).reduce((sum, a) => sum + goes(a), 0))
  return Math.max(...kept.map(Math.abs)) ** p.rounds
}

function planeProblem(p: Params): Problem {
  const [A, b, star] = [curvaturesOf(p), centersOf(p), optimumOf(p)]
  return {
    start: Float64Array.from(p.start),
    optimum: Float64Array.from(star),
    gradient(i, at, out) {
      out[0] = A[i]![0] * (at[0]! - b[i]![0])
      out[1] = A[i]![1] * (at[1]! - b[i]![1])
    },
    error: (x) => Math.sqrt((x[0]! - star[0]) ** 2 + (x[1]! - star[1]) ** 2),
  }
}

/** Points of each client. */
export const POINTS = 60
export const MIDDLES: readonly Point[] = [
  [0, 1.1],
  [-1.1, -0.7],
  [1.1, -0.7],
]
const WIDTH = 0.75 // standard deviation of a blob: they overlap

export interface Blobs extends LabelledPoints {
  /** Points of each class, by client, [clients, classes]. */
  readonly counts: Int32Array
}
export function makeBlobs(skew: number, seed: number): Blobs {
  const [labelDraws, draws] = [stream(seed, 'labels'), stream(seed, 'points')]
  const points = new Float64Array(2 * CLIENTS * POINTS)
  const labels = new Int32Array(CLIENTS * POINTS)
  const counts = new Int32Array(CLIENTS * CLASSES)
  const shares = new Float64Array(CLASSES)
  for (let i = 0; i < CLIENTS; i++) {
    dirichlet(labelDraws, skew, shares)
    for (let n = i * POINTS; n < (i + 1) * POINTS; n++) {
      const draw = uniform(draws)
      const label = draw < shares[0]! ? 0 : draw < shares[0]! + shares[1]! ? 1 : 2
      labels[n] = label
      counts[i * CLASSES + label]!++
      for (const axis of [0, 1] as const) points[2 * n + axis] = MIDDLES[label]![axis] + WIDTH * steadyNormal(draws)
    }
  }
  return { points, labels, counts }
}

const made = new Map<string, { blobs: Blobs; problem: Problem }>()
function blobsFor({ skew, seed }: Pick<Params, 'skew' | 'seed'>): { blobs: Blobs; problem: Problem } {
  const key = `${skew} ${seed}`
  let found = made.get(key)
  if (found === undefined) {
    if (made.size > 50) made.clear()
    const blobs = makeBlobs(skew, seed)
    const optimum = softmaxOptimum(blobs)
    const least = softmaxScore(blobs, optimum).loss
    found = {
      blobs,
      problem: {
        start: new Float64Array(WEIGHTS),
        optimum,
        gradient: (i, at, out) => softmaxGradient(blobs, i * POINTS, (i + 1) * POINTS, at, out),
        error: (x) => softmaxScore(blobs, x).loss - least,
        right: (x) => softmaxScore(blobs, x).right,
      },
    }
    made.set(key, found)
  }
  return found
}
export const blobsOf = (p: Pick<Params, 'skew' | 'seed'>): Blobs => blobsFor(p).blobs

export const problemOf = memoized((p: Params): Problem => (p.tab === 'plane' ? planeProblem(p) : blobsFor(p).problem))
