// Numbers recorded at every step: the table, and what claims are measured from. They are of χN, particles a unit of ln χ.
import type { Readout } from '@/contract'
import { diffusionAt, equilibrium, isClosed, removalAt } from '@/domains/acceleration/law'
import { marchedLog } from '@/domains/acceleration/march'
import { removedFrom } from '@/domains/acceleration/volumes'
import { memoized } from '@/memoized'
import type { State } from './model'
import { lawOf, type Params, steadyOf } from './params'
import { bumpOf, powerLawOf, slopeAt } from './spectrum'

type One = Readout<Params, State>

/** ln n at the middles of cells, marched from both walls; as many particles as on cells. */
export const marchedOf = memoized((p: Params): Float64Array => {
  const { volumes, start, total } = steadyOf(p)
  const law = lawOf(p)
  const logs = marchedLog(law, start, volumes.ys)
  if (!isClosed(law)) return logs.map((v) => v - Math.log(total))
  const top = logs.reduce((most, v) => Math.max(most, v), Number.NEGATIVE_INFINITY)
  const sum = logs.reduce((all, v) => all + Math.exp(v - top), 0) * volumes.h
  return logs.map((v) => v - top - Math.log(sum))
})

const LEAST = 1e-4 // of the largest n: smaller ones are not compared
/** Numbers of the steady state, which is the same at every step. */
const numbersOf = memoized((p: Params) => {
  const { volumes, n, share, start, total } = steadyOf(p)
  const law = lawOf(p)
  const bump = bumpOf(volumes, n, start)
  const eq = equilibrium(law)
  const { escaped, destroyed } = removedFrom(volumes, n)
  const marched = marchedOf(p)
  const top = share.reduce((most, v) => Math.max(most, v), 0)
  let apart = 0
  for (let i = 0; i < share.length; i++)
    if (share[i]! > LEAST * top) apart = Math.max(apart, Math.abs(Math.exp(marched[i]!) / share[i]! - 1))
  return {
    eq,
    patience: eq === null || isClosed(law) ? null : diffusionAt(law, Math.log(eq)) / removalAt(law, Math.log(eq)),
    peak: bump?.chi ?? null,
    ratio: bump && eq && bump.chi / eq,
    contrast: bump ? bump.contrast : 1,
    slope: slopeAt(volumes, n, start + Math.log(30)),
    misfit: powerLawOf(volumes, n, start)?.misfit ?? null,
    stay: isClosed(law) ? null : total,
    escaped: isClosed(law) ? null : escaped,
    destroyed: isClosed(law) ? null : destroyed,
    balance: isClosed(law) ? null : Math.abs(escaped + destroyed - 1),
    apart,
  }
})
const steady = (key: keyof ReturnType<typeof numbersOf>): One['of'] => {
  return (_, p) => {
    const value = numbersOf(p)[key]
    return value !== null && Number.isFinite(value) ? value : null
  }
}

export const readouts = {
  t: { label: 'time', symbol: 't', digits: 3, of: ({ step }, p) => (step * p.span) / 200 },
  eq: {
    label: 'gain and loss balance at',
    symbol: '\\chi_\\text{eq}',
    digits: 3,
    none: 'nowhere',
    of: steady('eq'),
  },
  patience: { label: 'residence over acceleration time there', unit: '×', digits: 3, none: 'ever', of: steady('patience') },
  peak: { label: 'the bump stands at', digits: 3, none: 'no bump', of: steady('peak') },
  ratio: { label: 'bump over balance', digits: 3, none: 'no bump', of: steady('ratio') },
  contrast: { label: 'rise to the bump from the lowest place before it', unit: '×', digits: 3, of: steady('contrast') },
  slope: { label: 'slope at 30 times the injection', digits: 3, none: 'outside', of: steady('slope') },
  misfit: { label: 'one power law is off by', unit: '×', digits: 3, of: steady('misfit') },
  stay: { label: 'a particle stays for', digits: 3, none: 'ever', of: steady('stay') },
  escaped: { label: 'share that escapes', digits: 3, rounding: 1e-9, none: 'none', of: steady('escaped') },
  destroyed: { label: 'share that is destroyed', digits: 3, rounding: 1e-9, none: 'none', of: steady('destroyed') },
  balance: { label: 'injected less removed', hidden: true, rounding: 1e-11, of: steady('balance') },
  apart: { label: 'cells off the steady curve, at most', digits: 2, of: steady('apart') },
  unsettled: {
    label: 'not yet where they end',
    digits: 2,
    rounding: 1e-6,
    of({ n }, p) {
      const { share, volumes } = steadyOf(p)
      let sum = 0
      for (let i = 0; i < n.length; i++) sum += Math.abs(n[i]! - share[i]!)
      return (sum * volumes.h) / 2
    },
  },
} as const satisfies Record<string, One>
