// The host of a plot: measures its place, maps the window to pixels, and stacks backdrop, marks, drawing and handles.
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { AnyScene, Axis, Plane, PlotView, Point } from '@/contract'
import { Axes, marginsOf } from './axes'
import { density } from './density'
import { HatchPattern, PlotProvider } from './parts'
import { planeOf } from './plane'
import { useDrag } from './useDrag'
import { useWords } from './words'

export interface Size {
  width: number
  height: number
}

/** Size of an element, updated when it changes. */
export function useSize(): [ref: (element: HTMLElement | null) => void, size: Size | null] {
  const [size, setSize] = useState<Size | null>(null)
  const observer = useRef<ResizeObserver | null>(null)
  const ref = useRef((element: HTMLElement | null) => {
    observer.current?.disconnect()
    if (element === null) return
    const measure = () => {
      const next = { width: element.clientWidth, height: element.clientHeight }
      setSize((old) => (old?.width === next.width && old.height === next.height ? old : next))
    }
    observer.current = new ResizeObserver(measure)
    observer.current.observe(element)
    measure()
  })
  return [ref.current, size]
}

const of = <T,>(value: T | ((scene: AnyScene) => T) | undefined, scene: AnyScene): T | undefined =>
  typeof value === 'function' ? (value as (scene: AnyScene) => T)(scene) : value

/** Geometry of a view at a size. */
export function planeFor(view: PlotView<AnyScene>, scene: AnyScene, size: Size): { plane: Plane; x?: Axis; y?: Axis } {
  const [x, y] = [of(view.x, scene), of(view.y, scene)]
  const margins = marginsOf(x, y, scene.palette.text)
  const window = of(view.window, scene) as NonNullable<ReturnType<typeof of<Plane['window']>>>
  return { plane: planeOf(window, size.width, size.height, margins, view.equal), x, y }
}

/** A canvas of the plot's size that is cleared and painted when one of `when` changes. */
function Layer({ size, when, paint }: { size: Size; when: readonly unknown[]; paint(ctx: CanvasRenderingContext2D): void }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const sharp = density()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `when` says what the painting depends on
  useLayoutEffect(() => {
    const ctx = canvas.current?.getContext('2d')
    if (!ctx) return
    ctx.setTransform(sharp, 0, 0, sharp, 0, 0)
    ctx.clearRect(0, 0, size.width, size.height)
    paint(ctx)
  }, [size.width, size.height, sharp, ...when])
  return (
    <canvas ref={canvas} width={Math.round(size.width * sharp)} height={Math.round(size.height * sharp)} aria-hidden="true" />
  )
}

interface PlotProps {
  view: PlotView<AnyScene>
  scene: AnyScene
  /** The picture in a sentence. */
  alt: string
  /** Above the drawing, unclipped: handles. */
  children?: ReactNode
  /** A tap on the picture itself, in window coordinates. */
  onPress?: (at: Point) => void
}

/** Geometry of a view; the same object until it changes, so that axes are not redrawn each frame. */
function useDrawn(view: PlotView<AnyScene>, scene: AnyScene, size: Size | null) {
  const kept = useRef<{ key: string; drawn: ReturnType<typeof planeFor> } | null>(null)
  if (size === null || size.width <= 0 || size.height <= 0) return null
  const drawn = planeFor(view, scene, size)
  const key = JSON.stringify([drawn.plane.window, size, drawn.x, drawn.y])
  if (kept.current?.key !== key) kept.current = { key, drawn }
  return kept.current.drawn
}

export function Plot({ view, scene, alt, children, onPress }: PlotProps) {
  const [ref, size] = useSize()
  const id = useId()
  const { palette } = scene
  const drawn = useDrawn(view, scene, size)
  const plane = drawn?.plane
  const context = useMemo(() => (plane ? { plane, palette, id } : null), [plane, palette, id])
  const { handlers } = useDrag({
    take: () => (onPress ? true : null),
    tap: (_, [px, py]) => plane && onPress?.(plane.at(px, py)),
  })
  const svg = useWords(plane)
  return (
    <div className="plot" ref={ref}>
      {size && drawn && (
        <PlotProvider value={context}>
          {view.backdrop && (
            <Layer
              size={size}
              when={[JSON.stringify(view.backdrop.key(scene)), JSON.stringify(drawn.plane.window), palette]}
              paint={(ctx) => view.backdrop?.paint(ctx, scene, drawn.plane)}
            />
          )}
          {view.under?.(scene, drawn.plane, size)}
          {view.marks && <Layer size={size} when={[scene]} paint={(ctx) => view.marks?.(ctx, scene, drawn.plane)} />}
          <svg ref={svg} width={size.width} height={size.height} {...handlers}>
            <g role="img" aria-label={alt}>
              <defs>
                <HatchPattern />
                <clipPath id={`${id}-inside`}>
                  <rect
                    x={drawn.plane.x(drawn.plane.window[0][0])}
                    y={drawn.plane.y(drawn.plane.window[1][1])}
                    width={drawn.plane.width}
                    height={drawn.plane.height}
                  />
                </clipPath>
              </defs>
              <Axes x={drawn.x} y={drawn.y} plane={drawn.plane} />
              <g clipPath={`url(#${id}-inside)`}>{view.draw?.(scene)}</g>
            </g>
            {children}
          </svg>
        </PlotProvider>
      )}
    </div>
  )
}
