// x0 ← cond + (w - 1)(across + η along), x ← x0 + (σ'/σ)(x - x0): adaptive projected guidance beside plain guidance (η = 1, r = 0, β = 0), both from the
// same noise. One step takes every sample from one noise level to the next.
import type { Stepped } from '@/contract'
import type { Apg } from '@/domains/diffusion/apg'
import { memoized } from '@/memoized'
import { advance, apgSettings, type Cloud, cfgSettings, measure, startCloud } from './cloud'
import { setupOf } from './data'
import { type Kept, keptFor } from './kept'
import type { Measures } from './measures'
import type { Params } from './params'

export { type Params, params } from './params'

export type Method = 'cfg' | 'apg'
type Both<T> = Readonly<Record<Method, T>>
const METHODS: readonly Method[] = ['cfg', 'apg']

export interface State extends Both<Cloud> {
  step: number
  /** On the wheel the visitor's own sample, in clouds of its own; statistics leave it out. */
  traced: Both<Cloud> | null
}

/** Arrays as in `Cloud`, copies. */
export type Picture = Pick<Cloud, 'x' | 'cond' | 'all' | 'guided' | 'along' | 'across'>
export interface Finished {
  x: Float64Array
  found: Measures
}
export interface Frame extends Both<Picture> {
  /** Noise level of the samples; 0 at the end, where nothing is pushed any more. */
  sigma: number
  traced: Both<Picture> | null
  /** The end of the run: finished samples and their measures. Available at every step, so that a drag shows them beside the push. */
  ends: Both<Finished>
}

interface Plan {
  settings: Both<Apg>
  kept: Both<Kept>
}
const endsOf = new WeakMap<Params, Both<Finished>>()

const both = <T>(of: (method: Method) => T): Both<T> => ({ cfg: of('cfg'), apg: of('apg') })

const planOf = memoized(
  (p: Params): Plan => ({ settings: { cfg: cfgSettings(p), apg: apgSettings(p) }, kept: both((method) => keptFor(method, p)) }),
)

const copy = ({ x, cond, all, guided, along, across }: Cloud): Picture => ({
  x: x.slice(),
  cond: cond.slice(),
  all: all.slice(),
  guided: guided.slice(),
  along: along.slice(),
  across: across.slice(),
})
const endOf = (s: State) => both((method) => ({ x: s[method].x.slice(), found: { ...s[method].found } }))

/** The end of a run that has not reached it yet. */
function finish(s: State, p: Params): Both<Finished> {
  const rest = structuredClone(s)
  while (rest.step < p.steps) model.step(rest, p)
  return endOf(rest)
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const setup = setupOf(p)
    const { settings } = planOf(p)
    const start = (from: Float64Array) => both((method) => startCloud(setup, settings[method], from))
    return { step: 0, ...start(setup.start), traced: p.scene === 'wheel' ? start(Float64Array.from(p.z)) : null }
  },
  step(s, p) {
    const setup = setupOf(p)
    const { settings, kept } = planOf(p)
    for (const method of METHODS) {
      if (s.traced) advance(s.traced[method], setup, settings[method], s.step)
      if (kept[method].recall(s[method], s.step + 1)) continue
      advance(s[method], setup, settings[method], s.step)
      if (s.step + 1 === p.steps) measure(s[method], setup, p)
      kept[method].keep(s[method], s.step + 1)
    }
    s.step++
    if (s.step === p.steps && !endsOf.has(p)) endsOf.set(p, endOf(s))
  },
  frame: (s, p) => ({
    sigma: setupOf(p).grid[s.step]!,
    ...both((method) => copy(s[method])),
    traced: s.traced && both((method) => copy(s.traced![method])),
    ends: endsOf.get(p) ?? finish(s, p),
  }),
  steps: (p) => p.steps,
  dt: () => 1,
  pace: () => 6,
}
