// Runs without a screen: tests, claims, tables.
import { type AnyDemo, defaultsOf, merge, type Params } from '@/contract'
import { prepare } from './prepare'
import { type RecordedRun, Timeline } from './timeline'

/** A whole run of `demo`, or its first `steps` steps. Throws what `prepare` rejects with: the error of a formula that cannot be read. */
export async function runHeadless(demo: AnyDemo, params: Params = {}, steps = Number.POSITIVE_INFINITY): Promise<RecordedRun> {
  const full = merge(demo.params, defaultsOf(demo.params), params)
  await prepare(demo.params, full)
  return runNow(demo, full, steps)
}

/** The same where nothing has to be prepared. `params` must be complete. */
export function runNow(demo: AnyDemo, params: Params, steps = Number.POSITIVE_INFINITY): RecordedRun {
  const timeline = new Timeline(demo, params)
  timeline.extend(steps)
  return timeline.run()
}
