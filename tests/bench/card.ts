// For a page: the crowds on its graphics card beside the same on its processor. scripts/lib/card.mjs bundles and opens it.
import { openCard } from '@/crowd/gpu'
import { byProcessor, crowds, fewer, stepsOf } from './crowds'

export interface Compared {
  /** Largest difference of a place after one step, and after all, over the size of what is seen there. */
  oneStep: number
  allSteps: number
  /** Particles a millisecond, one step each. */
  card: number
  processor: number
}

const FEW = 2000

/** Largest difference over the length of the place, or 1. */
function difference(a: Float32Array, b: Float32Array): number {
  let most = 0
  for (let i = 0; i < a.length; i += 2) {
    const off = Math.hypot(a[i]! - b[i]!, a[i + 1]! - b[i + 1]!)
    most = Math.max(most, off / Math.max(1, Math.hypot(b[i]!, b[i + 1]!)))
  }
  return most
}

async function timed(run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let k = 0; k < 5; k++) {
    const began = performance.now()
    await run()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

/** Name of the crowd → what was found; null where there is no card. `software`: also by a processor that plays one. */
export async function compare(software: boolean): Promise<Record<string, Compared> | null> {
  const card = await openCard(() => {}, software)
  if (card === null) return null
  const found: Record<string, Compared> = {}
  for (const [name, crowd] of Object.entries(crowds())) {
    const [few, last] = [fewer(crowd, FEW), stepsOf(crowd)]
    const oneStep = difference(await card.at(few, 1), byProcessor(few, 1))
    const allSteps = difference(await card.at(few, last), byProcessor(few, last))
    let step = 0
    await card.at(crowd, 0)
    const onCard = await timed(() => card.at(crowd, ++step))
    const onProcessor = await timed(() => byProcessor(crowd, 1))
    found[name] = { oneStep, allSteps, card: crowd.count / onCard, processor: crowd.count / onProcessor }
  }
  card.close()
  return found
}
