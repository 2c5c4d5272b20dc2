// Plain guidance knows nothing of η, r and β. Its clouds are kept, step by step, for the next run, so that dragging one of these computes one
// method instead of two. A recalled cloud is what would have been computed, bit by bit.
import type { Cloud } from './cloud'
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
      const { x, cond, all, sum, guided, along, across, found } = cloud
      clouds[step] = {
        x: x.slice(),
        cond: cond.slice(),
        all: all.slice(),
        sum: sum.slice(),
        guided: guided.slice(),
        along: along.slice(),
        across: across.slice(),
        found: { ...found },
      }
    },
  }
}

let last: { key: string; kept: Kept } | null = null

/** What is kept of plain guidance with these parameters; of the last ones only. */
export function keptFor({ scene, w, hue, std, centre, moved, steps, n, z, seed }: Params): Kept {
  const key = JSON.stringify([scene, w, hue, std, centre, moved, steps, n, z, seed])
  if (last?.key !== key) last = { key, kept: made(steps) }
  return last.kept
}
