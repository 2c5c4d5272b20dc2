// Answers wishes for a crowd at a step, the newest only: in a worker, or on the page's own thread in slices.
import type { Crowd } from '@/contract'
import { type Walk, walkOf } from './walk'

export interface Wish {
  id: number
  /** None: the crowd of the wish before. */
  crowd?: Crowd
  step: number
}
export interface Answer {
  id: number
  /** Places of the first points, [n, 2]. */
  x: Float32Array<ArrayBuffer>
  whole: boolean
}

const NEWS_EVERY = 80 // ms between two pictures of what is there so far

/** `slice`: ms of work at a time. `post` may take the numbers away. */
export function serve(slice: number, post: (answer: Answer) => void): (wish: Wish) => void {
  let walk: Walk | null = null
  let newest = 0
  return async ({ id, crowd, step }) => {
    newest = id
    if (crowd) walk = walkOf(crowd)
    if (walk === null) return
    const mine = walk
    let [until, news] = [performance.now() + slice, performance.now() + NEWS_EVERY]
    for (const _ of mine.to(step)) {
      const now = performance.now()
      if (now < until) continue
      if (now > news && mine.done > 0) {
        post({ id, x: mine.x.slice(0, 2 * mine.done), whole: false })
        news = now + NEWS_EVERY
      }
      await new Promise((resolve) => setTimeout(resolve))
      if (newest !== id) return
      until = performance.now() + slice
    }
    post({ id, x: mine.x.slice(), whole: true })
  }
}
