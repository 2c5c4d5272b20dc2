// The samples at every guidance scale: one map for each method, so that changes of η, r and β leave plain guidance alone.
import type { Computed } from '@/contract'
import { advance, apgSettings, cfgSettings, measure, startCloud } from './cloud'
import { setupOf } from './data'
import { type Measures, nothing } from './measures'
import type { Method } from './model'
import { type Params, PICTURES } from './params'

export interface Sweep {
  /** Guidance scales, rising, and what was measured with each; NaN where nothing is known yet. */
  w: Float64Array
  found: Readonly<Record<keyof Measures, Float64Array>>
}

const SCALES = 33
const [LEAST, MOST] = [1, 20]
const COARSE = 8 // the first look has every eighth scale …
const FEW = 64 // … and at most so many samples
const BATCH = 10_000 // sample steps between two yields: about 2 ms on the wheel

/** The results of a whole run of the first samples, at most `most`, with one method; yields now and then. */
function* measured(p: Params, method: Method, most: number): Generator<void, Measures, void> {
  const setup = setupOf(p)
  const settings = (method === 'cfg' ? cfgSettings : apgSettings)(p)
  const cloud = startCloud(setup, settings, setup.start.subarray(0, setup.dim * most))
  let work = 0
  for (let step = 0; step < p.steps; step++) {
    advance(cloud, setup, settings, step)
    work += cloud.x.length / setup.dim
    if (work < BATCH) continue
    work = 0
    yield
  }
  measure(cloud, setup, p)
  return cloud.found
}

const NAMES = Object.keys(nothing()) as (keyof Measures)[]
const unknown = () =>
  Object.fromEntries(NAMES.map((name) => [name, new Float64Array(SCALES).fill(Number.NaN)])) as Record<
    keyof Measures,
    Float64Array
  >

const uses = {
  cfg: ['scene', 'hue', 'std', 'centre', 'moved', 'steps', 'n', 'seed'],
  apg: ['scene', 'hue', 'std', 'centre', 'moved', 'steps', 'n', 'seed', 'eta', 'clip', 'r', 'beta'],
} as const

export const sweepOf = (method: Method): Computed<Params, Sweep> => ({
  kind: 'computed',
  runIn: 'worker',
  uses: uses[method],
  when: (p) => p.chart === 'sweep',
  *compute(p) {
    const w = Float64Array.from({ length: SCALES }, (_, k) => LEAST + ((MOST - LEAST) * k) / (SCALES - 1))
    const found = unknown()
    const result = (): Sweep => structuredClone({ w, found })
    const all = p.scene === 'wheel' ? p.n : PICTURES
    const few = Math.min(FEW, all)
    // coarse and quick, then exactly in the same order, then finer and finer
    const passes = [{ stride: COARSE, most: few }, ...[COARSE, 4, 2, 1].map((stride) => ({ stride, most: all }))]
    const known = new Set<number>()
    let done = 0
    for (const [round, { stride, most }] of passes.entries()) {
      for (let k = 0; k < SCALES; k += stride) {
        if (known.has(k)) continue
        if (round > 0) known.add(k)
        const run = measured({ ...p, w: w[k]! }, method, most)
        for (let next = run.next(); ; next = run.next()) {
          if (next.done) {
            for (const name of NAMES) found[name][k] = next.value[name]
            break
          }
          if (round > 0) yield { done, result: result() } // the first pass is shown when it is complete
        }
        done += most / (SCALES * all + few * (1 + (SCALES - 1) / COARSE))
        if (round > 0 && known.size < SCALES) yield { done, result: result() }
      }
      if (round === 0) yield { done, result: result() }
    }
    return result()
  },
})
