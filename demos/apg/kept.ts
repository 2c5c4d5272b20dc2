// Clouds are kept, step by step, for the next run: a drag often changes only one of the methods (η, r and β), or the traced sample alone. A recalled
// cloud is bitwise what would have been computed.
import type { Cloud } from './cloud'
import type { Method } from './model'
import type { Params } from './params'

export interface Kept {
  /** Overwrites `cloud` with the one kept for this step; false if there is none. */
  recall(cloud: Cloud, step: number): boolean
  keep(cloud: Cloud, step: number): void
}
const MOST = 2e6 // numbers: 16 MB; longer runs are not kept
const ARRAYS = ['x', 'cond', 'all', 'sum', 'guided', 'along', 'across'] as const

/** The kept clouds of one method, overwritten by each new run; `key` says of which run, `known` which of them. */
interface Cache {
  key: string
  known: boolean[]
  clouds: Cloud[]
}
const caches: Record<Method, Cache> = {
  cfg: { key: '', known: [], clouds: [] },
  apg: { key: '', known: [], clouds: [] },
}

function copy(from: Cloud, to: Cloud): void {
  for (const name of ARRAYS) to[name].set(from[name])
  Object.assign(to.found, from.found)
}

/** What is kept of a method with these parameters. A run with other parameters takes over the cache; this one then keeps and recalls nothing more. */
export function keptFor(method: Method, p: Params): Kept {
  const { scene, w, hue, std, centre, moved, steps, n, seed, eta, clip, r, beta } = p
  const data = [scene, w, hue, std, centre, moved, steps, n, seed]
  const key = JSON.stringify(method === 'cfg' ? data : [...data, eta, clip, r, beta])
  const cache = caches[method]
  if (cache.key !== key) {
    cache.key = key
    cache.known = []
    cache.clouds.length = Math.min(cache.clouds.length, steps + 1) // drops what only a longer run needed
  }
  return {
    recall(cloud, step) {
      const kept = cache.clouds[step]
      if (cache.key !== key || !cache.known[step] || kept === undefined) return false
      copy(kept, cloud)
      return true
    },
    keep(cloud, step) {
      if (cache.key !== key || ARRAYS.length * cloud.x.length * steps > MOST) return
      const old = cache.clouds[step]
      if (old?.x.length === cloud.x.length) copy(cloud, old)
      else cache.clouds[step] = structuredClone(cloud)
      cache.known[step] = true
    },
  }
}
