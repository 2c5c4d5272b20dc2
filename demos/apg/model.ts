// x0 ← cond + (w - 1)(across + η along), x ← x0 + (σ'/σ)(x - x0): adaptive projected guidance beside plain guidance (η = 1, r = 0, β = 0), both
// from the same noise. One step takes every sample from one noise level to the next.
import type { Stepped } from '@/contract'
import { advance, apgSettings, type Cloud, cfgSettings, startCloud } from './cloud'
import { setupOf } from './data'
import { type Kept, keptFor } from './kept'
import type { Measures } from './measures'
import type { Params } from './params'

export { type Params, params } from './params'

export interface State {
  step: number
  cfg: Cloud
  apg: Cloud
}
export type Method = 'cfg' | 'apg'

/** Arrays as in `Cloud`, copies. */
export type Picture = Pick<Cloud, 'x' | 'cond' | 'all' | 'guided' | 'along' | 'across'>
export interface Frame {
  /** Noise level of the samples; 0 at the end, where nothing is pushed any more. */
  sigma: number
  cfg: Picture
  apg: Picture
  /** Where the run ends: finished samples and what was measured on them. At every step, so that a drag shows them beside the push. */
  ends: Readonly<Record<Method, Finished>>
}
export interface Finished {
  x: Float64Array
  found: Measures
}

interface Plan {
  cfg: ReturnType<typeof cfgSettings>
  apg: ReturnType<typeof apgSettings>
  kept: Kept
}
const plans = new WeakMap<Params, Plan>() // memos: a step makes nothing anew, a run ends once
const endsOf = new WeakMap<Params, Frame['ends']>()

function planOf(p: Params): Plan {
  const old = plans.get(p)
  if (old) return old
  const made = { cfg: cfgSettings(p), apg: apgSettings(p), kept: keptFor(p) }
  plans.set(p, made)
  return made
}

const copy = ({ x, cond, all, guided, along, across }: Cloud): Picture => ({
  x: x.slice(),
  cond: cond.slice(),
  all: all.slice(),
  guided: guided.slice(),
  along: along.slice(),
  across: across.slice(),
})

const finished = ({ x, found }: Cloud): Finished => ({ x: x.slice(), found: { ...found } })

/** The end of a run that has not been there yet. */
function finish(s: State, p: Params): Frame['ends'] {
  const rest = structuredClone(s)
  while (rest.step < p.steps) model.step(rest, p)
  return { cfg: finished(rest.cfg), apg: finished(rest.apg) }
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const setup = setupOf(p)
    const { cfg, apg } = planOf(p)
    return { step: 0, cfg: startCloud(setup, cfg), apg: startCloud(setup, apg) }
  },
  step(s, p) {
    const setup = setupOf(p)
    const { cfg, apg, kept } = planOf(p)
    if (!kept.recall(s.cfg, s.step + 1)) {
      advance(s.cfg, setup, cfg, s.step, p)
      kept.keep(s.cfg, s.step + 1)
    }
    advance(s.apg, setup, apg, s.step, p)
    s.step++
    if (s.step === p.steps && !endsOf.has(p)) endsOf.set(p, { cfg: finished(s.cfg), apg: finished(s.apg) })
  },
  frame: (s, p) => ({ sigma: setupOf(p).grid[s.step]!, cfg: copy(s.cfg), apg: copy(s.apg), ends: endsOf.get(p) ?? finish(s, p) }),
  steps: (p) => p.steps,
  dt: () => 1,
  pace: () => 6,
}
