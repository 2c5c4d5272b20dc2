// Puts the words of a picture in their places after it is drawn.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Plane } from '@/contract'
import { placeWords } from './labels'

function place(svg: SVGSVGElement | null | undefined, { window: [[x0], [, y1]], x, y, width, height }: Plane): void {
  if (!svg) return
  const [left, top] = [x(x0), y(y1)]
  placeWords(svg, { left, top, right: left + width, bottom: top + height })
}

/** For the SVG of a picture; its words are placed each time it is drawn. */
export function useWords(plane: Plane | undefined): RefObject<SVGSVGElement | null> {
  const svg = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    if (plane !== undefined) place(svg.current, plane)
  })
  return svg
}

/** For drawings on top of a picture, which may be drawn after it when the plane has changed. */
export function useWordsOnTop(part: RefObject<SVGElement | null>, plane: Plane): void {
  useLayoutEffect(() => place(part.current?.ownerSVGElement, plane), [part, plane])
}
