// Measurements for the claims.
import type { Run } from '@/contract'
import { odeKl, sdeKl, type Table, tableOf } from '@/domains/diffusion/interpolantError'
import { logDensity, setTime } from '@/domains/diffusion/interpolantFields'
import type { Params, State } from './model'
import { problemOf } from './problem'
import { pathOf, type readouts } from './readouts'
import { TRACED } from './traced'

type AnyRun = Run<Params, State, keyof typeof readouts>

/** The histogram's distance relative to the usual one of n samples, averaged over the run. */
export function distanceRatio({ series, last }: AnyRun): number {
  let [found, usual] = [0, 0]
  for (let k = 0; k <= last; k++) {
    found += series.distance[k]!
    usual += series.floor[k]!
  }
  return found / usual
}

const tables = new Map<string, Table>()
function tableFor(p: Params): Table {
  const key = JSON.stringify([p.path, p.gamma, p.gammaTurn, p.gammaZero, p.a, p.humps])
  const table = tables.get(key) ?? tableOf(problemOf(p).fields)
  tables.set(key, table)
  return table
}
export const klOf = (p: Params, eps = p.eps): number =>
  eps === 0 ? odeKl(problemOf(p).fields, p.deltaB, 240, 100) : sdeKl(tableFor(p), eps, p.deltaB, p.deltaS)

/** The ε with the least KL, by golden section in its logarithm between 0.1 and 5. */
export function bestEps(p: Params): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(0.1), Math.log(5)]
  for (let round = 0; round < 12; round++) {
    const span = golden * (high - low)
    if (klOf(p, Math.exp(high - span)) < klOf(p, Math.exp(low + span))) high = low + span
    else low = high - span
  }
  return Math.exp((low + high) / 2)
}

/** How often two of the ODE's paths change their order on the line, at any step. */
export function crossings({ series, last }: AnyRun): number {
  const path = (k: number) => pathOf(series, 'ode', k)
  let found = 0
  for (let i = 0; i < TRACED; i++) {
    for (let j = 0; j < i; j++) {
      const sign = Math.sign(path(i)[0]! - path(j)[0]!)
      for (let k = 1; k <= last; k++) if (Math.sign(path(i)[k]! - path(j)[k]!) !== sign) found++
    }
  }
  return found
}

/** Largest difference of log ρ at t = ½ from that of a standard normal, on a grid of the plane. */
export function memoryAtHalf(p: Params): number {
  const { fields } = problemOf(p)
  setTime(fields, 0.5)
  const place = new Float64Array(2)
  let largest = 0
  for (let x = -3; x <= 3; x++) {
    for (let y = -3; y <= 3; y++) {
      place.set([x, y])
      largest = Math.max(largest, Math.abs(logDensity(fields, place) + (x * x + y * y) / 2 + Math.log(2 * Math.PI)))
    }
  }
  return largest
}
