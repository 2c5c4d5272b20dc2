// From the visitor's own values back to a lecture step's, visibly: numbers glide, the rest changes at the end.
import { type AnyDemo, type Params, sameValue } from '@/contract'
import type { Place, Session } from '@/session/session'

const LENGTH = 350 // ms
const smooth = (share: number) => share * share * (3 - 2 * share)

/** Numbers between two sets of parameters; on the scale of their sliders. */
export function between(demo: AnyDemo, from: Params, to: Params, share: number): Params {
  return Object.fromEntries(
    Object.entries(demo.params).map(([key, spec]) => {
      const [a, b] = [from[key], to[key]]
      if (spec.kind !== 'number' || typeof a !== 'number' || typeof b !== 'number') return [key, a]
      const logs = spec.scale === 'log' && a > 0 && b > 0
      return [key, logs ? a * (b / a) ** share : a + (b - a) * share]
    }),
  )
}

/** Goes to `place` in a few frames, or at once; the result stops it on the way. */
export function easeTo(session: Session, place: Place, source: string, glides: boolean): () => void {
  const from = session.store.getState().params
  const arrive = () => session.goTo(place, source, false)
  if (!glides || document.hidden || sameValue(between(session.demo, from, place.params, 1), from)) {
    arrive()
    return () => {}
  }
  let frame = 0
  let began: number | null = null
  const tick = (now: number) => {
    began ??= now
    const share = (now - began) / LENGTH
    if (share >= 1) {
      arrive()
      return
    }
    frame = requestAnimationFrame(tick)
    session.goTo({ params: between(session.demo, from, place.params, smooth(share)) }, source, false)
  }
  frame = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(frame)
}
