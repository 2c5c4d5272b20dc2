// Every demo ends with the same numbers in every engine: what differs in the last bit is not shown as a result.
import { expect, it } from 'vitest'
import type * as contract from '@/contract'
import type * as engine from '@/engine/headless'
import type * as registry from '@/registry/demos'
import { demosToTest } from '../support/demos'
import { withFreshModules, withOtherEngine } from '../support/otherEngine'

const SAME = 1e-7 // of a readout's largest value: far below a shown digit, far above what a run makes of a last bit without amplifying it
const STEPS = 200 // of presets; the defaults run to their end

type Load = Parameters<Parameters<typeof withFreshModules>[0]>[0]
type Series = Readonly<Record<string, Float64Array>>

/** The series of the defaults and of every preset. */
async function recorded(load: Load, slug: string): Promise<Record<string, Series>> {
  const { loadDemo } = await load<typeof registry>('/src/registry/demos.ts')
  const { runHeadless } = await load<typeof engine>('/src/engine/headless.ts')
  const demo = await loadDemo(slug)
  const states: Record<string, contract.Params> = { defaults: {} }
  for (const [name, { params }] of Object.entries(demo.presets)) states[name] = params
  const runs: Record<string, Series> = {}
  for (const [name, params] of Object.entries(states))
    runs[name] = (await runHeadless(demo, params, name === 'defaults' ? undefined : STEPS)).series
  return runs
}

/** Largest difference of two series over the largest value. */
function difference(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  let [most, size] = [0, Number.MIN_VALUE]
  for (const [k, value] of a.entries()) {
    if (Object.is(value, b[k])) continue
    most = Math.max(most, Number.isNaN(value) || Number.isNaN(b[k]) ? Number.POSITIVE_INFINITY : Math.abs(value - b[k]!))
  }
  for (const value of a) if (Math.abs(value) > size) size = Math.abs(value)
  return most / size
}

it.each(demosToTest())('%s: the same in every engine', async (slug) => {
  const here = await withFreshModules((load) => recorded(load, slug))
  const there = await withOtherEngine((load) => recorded(load, slug))
  for (const [state, series] of Object.entries(here)) {
    for (const [name, values] of Object.entries(series)) {
      expect.soft(difference(values, there[state]![name]!), `${state}: ${name}`).toBeLessThan(SAME)
    }
  }
})
