// Gap and residual for several sizes of the error that is on screen: whole runs on the line, ODE and SDE alone.
import type { Computed } from '@/contract'
import { advanceDensities, startDensities } from '@/domains/diffusion/reverseDensities'
import { densityDistance } from '@/numerics/wasserstein'
import type { Params } from './params'
import { grid, problemOf, workspace } from './problem'

/** Sizes of the error; at 0 what is left is the error of the solver. */
export const SIZES = [0, 0.02, 0.05, 0.1, 0.2, 0.4] as const

export interface End {
  delta: number
  gap: number
  odeTruth: number
  sdeTruth: number
  residual: number
}

const AT_ONCE = 40 // steps, some 5 ms

/** A whole run. */
export function* endOf(p: Params): Generator<void, End, void> {
  const { truth, field, times } = problemOf(p)
  const d = startDensities(truth, field, p.start, p.horizon, grid, workspace)
  for (let step = 1; step < times.length; step++) {
    advanceDensities(d, truth, field, 1, times[step]!, grid, workspace)
    if (step % AT_ONCE === 0) yield
  }
  return {
    delta: p.delta,
    gap: densityDistance(d.ode, d.sde, grid.width),
    odeTruth: densityDistance(d.ode, d.truth, grid.width),
    sdeTruth: densityDistance(d.sde, d.truth, grid.width),
    residual: Math.sqrt(d.square),
  }
}

export const gaps: Computed<Params, readonly End[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 100,
  uses: ['error', 'k', 'drawn', 'start', 'weight', 'bumps', 'horizon', 'tEnd'],
  when: (p) => p.tab === 'line',
  summary: {
    floor: { label: 'gap with the exact score', digits: 2, of: (ends) => ends[0]?.gap ?? null },
  },
  *compute(p) {
    const ends: End[] = []
    for (const delta of SIZES) {
      const run = endOf({ ...p, delta })
      let next = run.next()
      for (; !next.done; next = run.next()) yield { done: ends.length / SIZES.length, result: ends, silent: true }
      ends.push(next.value)
      yield { done: ends.length / SIZES.length, result: [...ends] }
    }
    return ends
  },
}
