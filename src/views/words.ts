// Puts the words of a picture in their places after it is drawn.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Plane } from '@/contract'
import { type Box, placeWords } from './labels'

/** The inside of a plot, px. */
export function insideOf({ window: [[x0], [, y1]], x, y, width, height }: Plane): Box {
  const [left, top] = [x(x0), y(y1)]
  return { left, top, right: left + width, bottom: top + height }
}

/** For the SVG of a picture that is drawn `inside`; its words are placed each time it is drawn. */
export function useWords(inside: Box | undefined): RefObject<SVGSVGElement | null> {
  const svg = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    if (inside !== undefined && svg.current) placeWords(svg.current, inside)
  })
  return svg
}

/** For drawings on top of a picture, which may be drawn after it when the plane has changed. */
export function useWordsOnTop(part: RefObject<SVGElement | null>, plane: Plane): void {
  useLayoutEffect(() => {
    const svg = part.current?.ownerSVGElement
    if (svg) placeWords(svg, insideOf(plane))
  }, [part, plane])
}
