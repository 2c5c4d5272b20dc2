// Networks: those that come with the page, made by trained/train.mjs, and those that were trained here.
import { defaultsOf } from '@/contract'
import type { Perceptron } from '@/domains/nets/perceptron'
import { read } from '@/domains/nets/shortWeights'
import { memoized } from '@/memoized'
import { boxesOf } from './learners/clips'
import { ROUNDING, sizesOf } from './learners/pocket'
import { type Params, params, type Training } from './params'
import texts from './trained/weights'

/** The trainings whose networks come with the page. */
export const SHIPPED = { whole: {}, gap: { gap: 2.5 } } as const satisfies Record<string, Partial<Training>>
export type Shipped = keyof typeof SHIPPED

/** All that a network depends on, as one text: bands that are the same give the same network. */
export const trainingKey = (p: Training): string =>
  JSON.stringify([
    boxesOf(p),
    p.mirror,
    p.pair,
    p.clips === Number.POSITIVE_INFINITY ? 'inf' : p.clips,
    p.width,
    p.updates,
    p.seed,
  ])

const paper: Params = defaultsOf(params)
const shipped = new Map(
  (Object.keys(SHIPPED) as Shipped[]).map((name) => [trainingKey({ ...paper, ...SHIPPED[name] }), name] as const),
)
const read64 = memoized((name: { readonly of: Shipped }) => Float64Array.from(read(texts[name.of], ROUNDING)))
const names = { whole: { of: 'whole' }, gap: { of: 'gap' } } as const

/** Weights that come with the page for this training, or null. */
export function shippedWeights(p: Training): Float64Array | null {
  const name = shipped.get(trainingKey(p))
  return name === undefined ? null : read64(names[name])
}
export const isShipped = (p: Training): boolean => shipped.has(trainingKey(p))

/** The network of this training: shipped, or as far as it has been trained; null before that. */
export function netOf(p: Training, learned: { readonly weights: Float64Array } | null | undefined): Perceptron | null {
  const weights = shippedWeights(p) ?? learned?.weights
  const sizes = sizesOf(p)
  const fits = weights !== undefined && weights.length === sizes.slice(1).reduce((sum, out, k) => sum + out * (sizes[k]! + 1), 0)
  return fits ? { sizes, weights } : null // after a change of H or of the pair the last result may be of another size
}
