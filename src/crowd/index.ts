// Whoever computes a crowd on this page: the graphics card if there is one, else the processor. Both give the same picture.
import type { Crowd } from '@/contract'
import { type Card, openCard } from './gpu'
import { openProcessors, type Processors } from './processors'

/** Places of all points, [count, 2]; `whole`: all stand at the step, else some are on their way. */
type Show = (x: Float32Array, whole: boolean) => void

export interface CrowdClient {
  /** Asks for a crowd at a step; only the newest wish is answered, perhaps in parts. */
  want(crowd: Crowd, step: number, show: Show): void
  close(): void
}

/** Wishes for a card, one after the other; those that are overtaken are left out. */
function onCard(card: Card): Processors {
  let newest: Parameters<Processors['want']> | null = null
  let busy = false
  return {
    async want(...wish) {
      newest = wish
      if (busy) return
      busy = true
      while (newest !== null) {
        const mine: Parameters<Processors['want']> = newest
        const [crowd, step, show] = mine
        const x = await card.at(crowd, step).catch(() => null) // a card that goes away says so by itself
        if (newest !== mine) continue
        newest = null
        if (x !== null) show(x, true)
      }
      busy = false
    },
    close() {
      newest = null
      card.close()
    },
  }
}

export function openCrowd(): CrowdClient {
  let wish: [crowd: Crowd, step: number, show: Show] | null = null
  let maker: Processors | null = null
  let closed = false
  const use = (made: Processors) => {
    if (closed) return made.close()
    maker = made
    if (wish !== null) made.want(...wish)
  }
  openCard(() => use(openProcessors())).then((card) => use(card === null ? openProcessors() : onCard(card)))
  return {
    want(...newest) {
      wish = newest
      maker?.want(...newest)
    },
    close() {
      closed = true
      maker?.close()
    },
  }
}
