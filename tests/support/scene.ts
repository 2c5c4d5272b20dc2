import { type AnyDemo, type AnyScene, defaultsOf, merge, type Params } from '@/contract'
import { Timeline } from '@/engine'
import { formatNumber } from '@/format'
import { THEMES } from '@/views'

/** What the views of `demo` are given at a step of a run, in the light theme and without maps. */
export function sceneOf(demo: AnyDemo, changes: Params, step: number): AnyScene {
  const params = merge(demo.params, defaultsOf(demo.params), changes)
  const timeline = new Timeline(demo, params)
  timeline.extend(Number.POSITIVE_INFINITY)
  const { last, steps, dt, series } = timeline
  const frame = timeline.frame(step)
  return {
    params,
    frame,
    step,
    last,
    steps,
    dt,
    series,
    maps: {},
    words: demo.words,
    palette: THEMES.light,
    format: formatNumber,
  } as AnyScene
}
