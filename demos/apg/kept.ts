// Clouds are kept, step by step, for the next run: what is dragged often changes only one of the methods (η, r and β), or the traced sample
// alone. A recalled cloud is what would have been computed, bit by bit.
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

function made(steps: number): Kept {
  const clouds: Cloud[] = []
  return {
    recall(cloud, step) {
      const old = clouds[step]
      if (old === undefined) return false
      for (const name of ARRAYS) cloud[name].set(old[name])
      Object.assign(cloud.found, old.found)
      return true
    },
    keep(cloud, step) {
      if (ARRAYS.length * cloud.x.length * steps > MOST) return
      const copy = { ...cloud, found: { ...cloud.found } }
      for (const name of ARRAYS) copy[name] = cloud[name].slice()
      clouds[step] = copy
    },
  }
}

const last: Record<Method, { key: string; kept: Kept }> = {
  cfg: { key: '', kept: made(0) },
  apg: { key: '', kept: made(0) },
}

/** What is kept of a method with these parameters; of the last ones only. */
export function keptFor(method: Method, p: Params): Kept {
  const { scene, w, hue, std, centre, moved, steps, n, seed, eta, clip, r, beta } = p
  const data = [scene, w, hue, std, centre, moved, steps, n, seed]
  const key = JSON.stringify(method === 'cfg' ? data : [...data, eta, clip, r, beta])
  if (last[method].key !== key) last[method] = { key, kept: made(steps) }
  return last[method].kept
}
