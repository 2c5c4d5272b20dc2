// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { type Cloud, isFinished } from './cloud'
import { setupOf } from './data'
import type { Measures } from './measures'
import type { Method, State } from './model'
import type { Params } from './params'
import { truthOf } from './truth'

type Of = Readout<Params, State>['of']
const known = (value: number) => (Number.isFinite(value) ? value : null)

const of =
  (method: Method, name: keyof Measures): Of =>
  (s) =>
    known(s[method].found[name])
const ofTruth =
  (name: keyof Measures): Of =>
  (_s, p) =>
    known(truthOf(p)[name])

function squares(part: Float64Array): number {
  let sum = 0
  for (let i = 0; i < part.length; i++) sum += part[i]! * part[i]!
  return sum
}

/** Mean length of a part of the next push. */
const lengthOf =
  (method: Method, part: (cloud: Cloud) => Float64Array): Of =>
  (s, p) => {
    if (isFinished(s.step, p)) return null
    const { dim } = setupOf(p)
    const values = part(s[method])
    let sum = 0
    for (let at = 0; at < values.length; at += dim) {
      let square = 0
      for (let i = at; i < at + dim; i++) square += values[i]! * values[i]!
      sum += Math.sqrt(square)
    }
    return (sum * dim) / values.length
  }

const ROUNDING = 1e-6 // of the predictions: a shorter push is the difference of two of them, so rounding is a visible part of it

/** Share of the squared push that points along the prediction; none once nothing is pushed any more. */
const stretch: Of = (s, p) => {
  if (isFinished(s.step, p)) return null
  const along = squares(s.cfg.along)
  const push = along + squares(s.cfg.across)
  return push > ROUNDING ** 2 * squares(s.cfg.cond) ? along / push : null
}

/** Coordinate of the traced sample as drawn, x/√(1 + σ²): noise and data then have the same size. */
const tracedAt =
  (method: Method, axis: 0 | 1): Of =>
  (s, p) =>
    s.traced && s.traced[method].x[axis]! / Math.hypot(1, setupOf(p).grid[s.step]!)

const END = 'at the end'

export const readouts = {
  sigma: { label: 'noise level', symbol: '\\sigma', of: (s, p) => setupOf(p).grid[s.step]! },
  stretch: { label: 'share of the plain push that only stretches', digits: 3, none: 'no push', of: stretch },

  meanCfg: { label: 'mean saturation, CFG', digits: 3, none: END, of: of('cfg', 'mean') },
  meanApg: { label: 'mean saturation, APG', digits: 3, none: END, of: of('apg', 'mean') },
  meanTruth: { label: 'mean saturation, truth', digits: 3, of: ofTruth('mean') },
  spreadCfg: { label: 'spread of saturation, CFG', digits: 3, none: END, of: of('cfg', 'spread') },
  spreadApg: { label: 'spread of saturation, APG', digits: 3, none: END, of: of('apg', 'spread') },
  spreadTruth: { label: 'spread of saturation, truth', digits: 3, of: ofTruth('spread') },
  posteriorCfg: { label: 'probability of the wanted colour, CFG', digits: 4, none: END, of: of('cfg', 'posterior') },
  posteriorApg: { label: 'probability of the wanted colour, APG', digits: 4, none: END, of: of('apg', 'posterior') },
  posteriorTruth: { label: 'probability of the wanted colour, truth', digits: 4, of: ofTruth('posterior') },
  outsideCfg: { label: 'share beyond 95 % of the truth, CFG', digits: 3, of: of('cfg', 'outside') },
  outsideApg: { label: 'share beyond 95 % of the truth, APG', digits: 3, of: of('apg', 'outside') },

  dullCfg: { label: 'share of dull pictures, CFG', hidden: true, of: of('cfg', 'dull') },
  mediumCfg: { label: 'share of medium pictures, CFG', hidden: true, of: of('cfg', 'medium') },
  vividCfg: { label: 'share of vivid pictures, CFG', hidden: true, of: of('cfg', 'vivid') },
  dullApg: { label: 'share of dull pictures, APG', hidden: true, of: of('apg', 'dull') },
  mediumApg: { label: 'share of medium pictures, APG', hidden: true, of: of('apg', 'medium') },
  vividApg: { label: 'share of vivid pictures, APG', hidden: true, of: of('apg', 'vivid') },

  pushCfg: { label: 'length of the push, CFG', hidden: true, of: lengthOf('cfg', (c) => c.sum) },
  memory: { label: 'length of the push before it is limited, APG', hidden: true, of: lengthOf('apg', (c) => c.sum) },
  along: { label: 'length of its part along the prediction, APG', hidden: true, of: lengthOf('apg', (c) => c.along) },
  across: { label: 'length of its part across, APG', hidden: true, of: lengthOf('apg', (c) => c.across) },
  cfgX: { label: 'x of the traced sample, CFG', hidden: true, of: tracedAt('cfg', 0) },
  cfgY: { label: 'y of the traced sample, CFG', hidden: true, of: tracedAt('cfg', 1) },
  apgX: { label: 'x of the traced sample, APG', hidden: true, of: tracedAt('apg', 0) },
  apgY: { label: 'y of the traced sample, APG', hidden: true, of: tracedAt('apg', 1) },
} satisfies Record<string, Readout<Params, State>>
