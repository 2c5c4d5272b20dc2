// The ends of the exact paths: Runge-Kutta in log σ from the largest noise level to the last positive one.
import { atOnce, type Computed } from '@/contract'
import { flow } from '@/domains/diffusion/probabilityFlow'
import type { Params } from './params'
import { denoiserOf, LARGEST, type Scene, SMALLEST, startOf } from './problem'

/** End points of all samples, and the scene that they belong to. */
export interface Exact extends Scene {
  seed: number
  /** [n, 2] */
  ends: Float64Array
}

// Good to 2e-6 even at the corners of the sliders, a thousandth of any solver's error. Unlike the method's 800 steps these take 15 ms, so the ends
// follow a drag.
const STEPS = 80

const kept = new Map<string, Float64Array>()
const MOST = 20
const nameOf = (p: Scene & { seed: number }) => `${p.width} ${p.guidance} ${p.seed}`

/** The end points [n, 2], cached. Read only. */
export function exactEnds(p: Scene & { seed: number }): Float64Array {
  const old = kept.get(nameOf(p))
  if (old) return old
  const ends = startOf(p.seed).slice()
  for (const _ of flow(denoiserOf(p), p.guidance, ends, LARGEST, SMALLEST, STEPS));
  if (kept.size >= MOST) kept.clear()
  kept.set(nameOf(p), ends)
  return ends
}

const TRACED = 48 // steps, good to 2e-5
let traced = { name: '', path: new Float64Array(0) }

/** The exact path of one sample with its noise levels: [σ, x, y] a row. Read only. */
export function exactPath(p: Scene & { seed: number }, particle: number): Float64Array {
  const name = `${nameOf(p)} ${particle}`
  if (traced.name === name) return traced.path
  const x = startOf(p.seed).slice(2 * particle, 2 * particle + 2)
  const path = new Float64Array(3 * (TRACED + 1))
  path.set([LARGEST, ...x])
  let row = 0
  for (const share of flow(denoiserOf(p), p.guidance, x, LARGEST, SMALLEST, TRACED)) {
    row += 3
    path.set([LARGEST * (SMALLEST / LARGEST) ** share, ...x], row)
  }
  traced = { name, path }
  return path
}

export const exact: Computed<Params, Exact> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['width', 'guidance', 'seed'],
  when: (p) => p.scene === 'sampling',
  compute: atOnce((p) => ({ width: p.width, guidance: p.guidance, seed: p.seed, ends: exactEnds(p) })),
}
