// How long machines wait for each other's messages. A message takes a log-normal time, exp(μ + s·z) with z standard normal.
import { normalCdf } from '@/numerics/normal'
import { normal, type Stream } from '@/numerics/random'

/** Mean of one message. */
export const meanMessage = (mu: number, s: number): number => Math.exp(mu + (s * s) / 2)
/** Mean of the later of two messages, which is the time of an exchange between two: exp(μ + s²/2)(1 + erf(s/2)). */
export const meanExchange = (mu: number, s: number): number => meanMessage(mu, s) * 2 * normalCdf(s / Math.SQRT2)

/** Levels of a binary tree over n machines. */
export const treeLevels = (n: number): number => Math.ceil(Math.log2(n) - 1e-12)
/** Messages [from, to] of the levels of a tree that gathers at machine 0, leaves first. */
export function treeLinks(n: number): (readonly [from: number, to: number])[][] {
  return Array.from({ length: treeLevels(n) }, (_, level) => {
    const stride = 2 ** level
    const links: (readonly [number, number])[] = []
    for (let to = 0; to + stride < n; to += 2 * stride) links.push([to + stride, to])
    return links
  })
}

const message = (s: number, draws: Stream) => Math.exp(s * normal(draws))

/** A random time of one exchange between two (μ = 0). */
export const drawExchange = (s: number, draws: Stream): number => Math.max(message(s, draws), message(s, draws))

/** A random time of one all-reduce (μ = 0): a machine that has heard its children sends to its parent, and the mean returns from the root to the last one. */
export function drawAllReduce(n: number, s: number, draws: Stream): number {
  const links = treeLinks(n)
  const heard = new Float64Array(n)
  for (const level of links) for (const [from, to] of level) heard[to] = Math.max(heard[to]!, heard[from]! + message(s, draws))
  let last = heard[0]!
  for (const level of links.reverse())
    for (const [to, from] of level) {
      heard[to] = heard[from]! + message(s, draws)
      last = Math.max(last, heard[to]!)
    }
  return last
}
