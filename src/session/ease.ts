// Animates from one place to another: numbers glide, the rest changes at once; then the player runs to its step.
import { type AnyDemo, isEnd, type Params, sameValue } from '@/contract'
import type { Place } from './lesson'

const GLIDE = 700 // ms for parameters
const RUN = [600, 2400] as const // ms for the player, at least and at most
const STEP_TIME = 25 // ms a step, between the two
const smooth = (share: number) => share * share * (3 - 2 * share)

/** Parameters in between: numbers and points on the scale of their sliders, all others as in `to`. */
export function between(demo: AnyDemo, from: Params, to: Params, share: number): Params {
  const mix = (a: number, b: number) => a + (b - a) * share
  return Object.fromEntries(
    Object.entries(demo.params).map(([key, spec]) => {
      const [a, b] = [from[key], to[key]]
      if (spec.kind === 'number') {
        if (isEnd(spec, a) || isEnd(spec, b)) return [key, b]
        const [x, y] = [a as number, b as number]
        return [key, spec.scale === 'log' && x > 0 && y > 0 ? x * (y / x) ** share : mix(x, y)]
      }
      if (spec.kind === 'point' || spec.kind === 'numbers')
        return [key, (a as readonly number[]).map((x, k) => mix(x, (b as readonly number[])[k] as number))]
      return [key, b]
    }),
  )
}

/**
 * Calls `put` in each frame with the place on the way, then `arrive`; both at once if it does not glide. The result stops it: then nothing
 * more is called.
 */
export function easeTo(
  demo: AnyDemo,
  from: { params: Params; step: number },
  to: Pick<Place, 'params' | 'step'>,
  glides: boolean,
  put: (way: { params?: Params; step?: number }) => void,
  arrive: () => void,
): () => void {
  const glide = sameValue(between(demo, from.params, to.params, 0), to.params) ? 0 : GLIDE
  const end = to.step === 'end' ? demo.model.steps(to.params) : to.step
  const run = end === from.step ? 0 : Math.min(RUN[1], Math.max(RUN[0], Math.abs(end - from.step) * STEP_TIME))
  if (!glides || document.hidden || glide + run === 0) {
    arrive()
    return () => {}
  }
  let began: number | null = null
  let frame = requestAnimationFrame(function tick(now) {
    began ??= now
    const time = now - began
    if (time >= glide + run) {
      arrive()
      return
    }
    frame = requestAnimationFrame(tick)
    if (time < glide) put({ params: between(demo, from.params, to.params, smooth(time / glide)), step: from.step })
    else
      put({
        params: to.params,
        step: Math.round(from.step + ((end - from.step) * (time - glide)) / run),
      })
  })
  return () => cancelAnimationFrame(frame)
}
