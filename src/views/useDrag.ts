// Drags and taps on an element.
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Point } from '@/contract'
import { createDrag, type DragActions } from './drag'

interface UseDrag<T> extends DragActions<T> {
  /** What a press takes; null: nothing of ours. */
  take(at: Point, event: PointerEvent<Element>): T | null
}

/** Handlers for an element; places are px from its left top, or from that of the picture it is in. `stop` ends the drag. */
export function useDrag<T>(actions: UseDrag<T>) {
  const newest = useRef(actions)
  newest.current = actions
  const [drag] = useState(() => createDrag<T>(() => newest.current))
  useEffect(() => drag.stop, [drag])
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<Element>): Point => {
    const { left, top } = (currentTarget.closest('svg') ?? currentTarget).getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  return {
    stop: drag.stop,
    handlers: {
      onPointerDown(event: PointerEvent<Element>): void {
        const thing = actions.take(at(event), event)
        if (thing === null) return
        event.stopPropagation()
        const { currentTarget, pointerId } = event
        // A native slider captures by itself.
        if (drag.down(event, at(event), thing) && currentTarget instanceof SVGElement) currentTarget.setPointerCapture(pointerId)
      },
      onPointerMove: (event: PointerEvent<Element>) => drag.move(event, at(event)),
      onPointerUp: (event: PointerEvent<Element>) => drag.up(event, at(event)),
      onPointerCancel: drag.lost,
      onLostPointerCapture: drag.lost,
    },
  }
}
