// The shipped networks, made by trained/train.mjs: seed 0, 32 hidden units, 3,000 updates; their weights are rounded.

import { weightCount } from '@/domains/nets/perceptron'
import { read } from '@/domains/nets/shortWeights'
import { memoized } from '@/memoized'
import type { LearningRecord } from './learning'
import { type Pair, sizesOf } from './nets'
import type { Params } from './params'
import weights from './trained/weights'
import { pairOf, type Snapshot } from './training'

const [WIDTH, UPDATES] = [32, 3000]
/** Weights of the network and of the gradient net from one file. */
export function snapshotOf(file: Float32Array, update: number): Snapshot {
  const count = weightCount(sizesOf('mlp', WIDTH))
  return { update, mlp: file.subarray(0, count), potential: file.subarray(count) }
}
export const shipped = snapshotOf(read(weights), UPDATES)

type Trained = Pick<Params, 'width' | 'updates' | 'seed' | 'moved'>
export const isShipped = ({ width, updates, seed, moved }: Trained): boolean =>
  width === WIDTH && updates === UPDATES && seed === 0 && moved.length === 0

const pairs = memoized((snapshot: Snapshot): Pair => pairOf(WIDTH, snapshot))
const pairsOfWidth = new Map<number, (snapshot: Snapshot) => Pair>()
/** The networks of a snapshot; the same objects for the same snapshot. */
export function netsAt(width: number, snapshot: Snapshot): Pair {
  if (width === WIDTH) return pairs(snapshot)
  const known = pairsOfWidth.get(width) ?? memoized((of: Snapshot) => pairOf(width, of))
  pairsOfWidth.set(width, known)
  return known(snapshot)
}

/** The trained networks of these parameters: shipped, or from a finished training; null until there is one. */
export function netsOf(p: Trained, records: readonly LearningRecord[] | undefined): Pair | null {
  if (isShipped(p)) return netsAt(WIDTH, shipped)
  const last = records?.at(-1)
  return last?.update === p.updates ? netsAt(p.width, last) : null
}
