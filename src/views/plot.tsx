// The host of a plot: measures its place, maps the window to pixels, and stacks backdrop, marks, drawing and handles.
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { AnyScene, Axis, Plane, PlotView, Point } from '@/contract'
import { messages } from '@/messages'
import { Axes, marginsOf } from './axes'
import { density } from './density'
import type { Box } from './labels'
import { HatchPattern, Label, PlotProvider, usePlot } from './parts'
import { planeOf } from './plane'
import { useDrag } from './useDrag'
import { insideOf, useWords } from './words'

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

interface LayerProps {
  size: Size
  when: readonly unknown[]
  clipPath: string | undefined
  paint(ctx: CanvasRenderingContext2D): void
}
/** A canvas of the plot's size that is cleared and painted when one of `when` changes. */
function Layer({ size, when, clipPath, paint }: LayerProps) {
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
    <canvas
      ref={canvas}
      width={Math.round(size.width * sharp)}
      height={Math.round(size.height * sharp)}
      style={clipPath === undefined ? undefined : { clipPath }}
      aria-hidden="true"
    />
  )
}

interface PlotProps {
  view: PlotView<AnyScene>
  scene: AnyScene
  /** The picture in a sentence. */
  alt: string
  /** It waits for the deed of a stop: what it would show is not drawn. */
  waits?: boolean
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

/** All layers, or what a view draws while it waits. */
export const layersOf = (
  view: PlotView<AnyScene>,
  waits: boolean,
): Pick<PlotView<AnyScene>, 'backdrop' | 'under' | 'marks' | 'draw'> =>
  !waits || view.seen ? view : view.waiting ? { ...view, draw: view.waiting } : { draw: () => <Waiting /> }

const BESIDE = 7 // px: a mark at the end of what is seen is whole

/** The part of a plot that is drawn: its inside, or what is seen of it. */
function seenOf(plane: Plane, seen: Point | undefined): Box {
  const inside = insideOf(plane)
  if (seen === undefined) return inside
  const left = Math.max(inside.left, plane.x(seen[0]) - BESIDE)
  return { ...inside, left, right: Math.max(left, Math.min(inside.right, plane.x(seen[1]) + BESIDE)) }
}

function Waiting() {
  const { plane, palette } = usePlot()
  const [[x0, x1], [y0, y1]] = plane.window
  return (
    <Label at={[(x0 + x1) / 2, (y0 + y1) / 2]} anchor="middle" italic color={palette.soft}>
      {messages.lesson.waits}
    </Label>
  )
}

export function Plot({ view, scene, alt, waits = false, children, onPress }: PlotProps) {
  const [ref, size] = useSize()
  const id = useId()
  const { palette } = scene
  const drawn = useDrawn(view, scene, size)
  const layers = layersOf(view, waits)
  const plane = drawn?.plane
  const seen = waits ? view.seen?.(scene) : undefined
  const [from, to] = seen ?? []
  const context = useMemo(
    () => (plane ? { plane, palette, id, ...(from !== undefined && to !== undefined && { seen: [from, to] as const }) } : null),
    [plane, palette, id, from, to],
  )
  const { handlers } = useDrag({
    take: () => (onPress ? true : null),
    tap: (_, [px, py]) => plane && onPress?.(plane.at(px, py)),
  })
  const box = plane && seenOf(plane, context?.seen)
  const svg = useWords(box)
  const isClipped = box !== undefined && size !== null && context?.seen !== undefined
  const clipPath = isClipped ? `inset(0 ${size.width - box.right}px 0 ${box.left}px)` : undefined
  return (
    <div className="plot" ref={ref}>
      {size && drawn && box && (
        <PlotProvider value={context}>
          {layers.backdrop && (
            <Layer
              size={size}
              clipPath={clipPath}
              when={[JSON.stringify(layers.backdrop.key(scene)), JSON.stringify(drawn.plane.window), palette]}
              paint={(ctx) => layers.backdrop?.paint(ctx, scene, drawn.plane)}
            />
          )}
          {layers.under?.(scene, drawn.plane, size)}
          {layers.marks && (
            <Layer size={size} clipPath={clipPath} when={[scene]} paint={(ctx) => layers.marks?.(ctx, scene, drawn.plane)} />
          )}
          <svg ref={svg} width={size.width} height={size.height} {...handlers}>
            <g role="img" aria-label={alt}>
              <defs>
                <HatchPattern />
                <clipPath id={`${id}-inside`}>
                  <rect x={box.left} y={box.top} width={box.right - box.left} height={box.bottom - box.top} />
                </clipPath>
              </defs>
              <Axes x={drawn.x} y={drawn.y} plane={drawn.plane} />
              <g clipPath={`url(#${id}-inside)`}>{layers.draw?.(scene)}</g>
            </g>
            {children}
          </svg>
        </PlotProvider>
      )}
    </div>
  )
}
