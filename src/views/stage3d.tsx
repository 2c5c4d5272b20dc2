// Host of a 3D view: one canvas, drawn on demand, with the page's handles over it. Loaded only with a view that needs it.

import { createRoot, type ReconcilerRoot } from '@react-three/fiber'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { PerspectiveCamera, Raycaster, Plane as ScenePlane, Vector2, Vector3, WebGLRenderer } from 'three'
import type { AnyScene, Palette, Plane, Point, StageView, StageWord } from '@/contract'
import { DEGREE } from '@/numerics/angles'
import { fixedDensity } from './density'
import type { DragActions } from './drag'
import { Handles, type HandlesProps } from './handle'
import { boxOfText } from './labels'
import { aim } from './lens'
import { Label, PlotProvider } from './parts'
import { planeOf } from './plane'
import { useSize } from './plot'
import { useDrag } from './useDrag'
import { webgl } from './webgl'
import { insideOf, useWords } from './words'
import { worldOf } from './world'

const SHARP = 2 // drawn pixels in a CSS pixel: smooth edges without multisampling, which costs every frame when the processor draws
const REST = 150 // ms
const NO_MARGINS = { left: 0, right: 0, top: 0, bottom: 0 }

/** What a drag beside the handles does; `by` in the world's lengths at the camera's target, to the right and up. */
export interface TurnProps extends DragActions<AnyScene> {
  held: boolean
}

interface StageProps {
  view: StageView<AnyScene>
  scene: AnyScene
  alt: string
  /** Draws the handles of the view, and again when only they have moved. */
  handles(draw: (handles: HandlesProps) => ReactNode): ReactNode
  /** Turns the view by hand, where it can be turned. */
  turn?: TurnProps
  /** The browser took the context away: the host shows the flat view until it comes back. */
  onLost(): void
}

/** A renderer. If the context is lost before it can be used, it never resolves: the host is told and removes the stage. */
async function rendererOf(canvas: HTMLCanvasElement, onLost: () => void): Promise<WebGLRenderer> {
  const context = canvas.getContext('webgl2', { alpha: true, antialias: false, powerPreference: 'high-performance' })
  if (context !== null && !context.isContextLost()) return new WebGLRenderer({ canvas, context, antialias: false, alpha: true })
  onLost()
  return new Promise(() => {})
}

/** Drawn pixels in a CSS pixel: fewer while the processor has to draw many pictures, all of them once the scene is at rest. */
function useDensity(scene: AnyScene): number {
  const slow = webgl() === 'software'
  const [resting, setResting] = useState<AnyScene | null>(null)
  useEffect(() => {
    if (!slow) return
    const timer = setTimeout(() => setResting(scene), REST)
    return () => clearTimeout(timer)
  }, [slow, scene])
  return fixedDensity() ?? (slow && resting !== scene ? 1 : SHARP)
}

export default function Stage3d({ view, scene, alt, handles, turn, onLost }: StageProps) {
  const [ref, size] = useSize()
  const newest = useRef(scene)
  newest.current = scene
  const sharp = useDensity(scene)
  const shown = useRef<HTMLCanvasElement>(null)
  const copied = webgl() === 'software'
  return (
    <div className="plot stage-3d" ref={ref}>
      {size && (
        <>
          <div role="img" aria-label={alt} className="canvas-3d">
            <Canvas width={size.width} height={size.height} density={sharp} hidden={copied} onLost={onLost}>
              {worldOf(view, scene, () => newest.current, copied ? () => shown.current : undefined)}
            </Canvas>
            {copied && <canvas ref={shown} style={FULL} />}
          </div>
          <Overlay view={view} scene={scene} handles={handles} turn={turn} width={size.width} height={size.height} />
        </>
      )}
    </div>
  )
}

const FULL = { width: '100%', height: '100%' }

interface CanvasProps {
  width: number /* CSS px */
  height: number
  density: number
  /** Drawn, but not shown. */
  hidden: boolean
  onLost(): void
  children: ReactNode /* drawn by fiber: made in ./world */
}

/** The canvas and the scene in it. fiber's own Canvas would load all of three. */
function Canvas({ width, height, density, hidden, onLost, children }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const root = useRef<ReconcilerRoot<HTMLCanvasElement> | null>(null)
  useLayoutEffect(() => {
    if (canvas.current === null) return
    root.current ??= createRoot(canvas.current)
    const made = root.current
    made
      .configure({
        flat: true,
        linear: true,
        legacy: true, // colours are the palette's, unconverted: cheaper, and equal to those of the plots
        frameloop: 'demand',
        dpr: density,
        size: { width, height, top: 0, left: 0 },
        gl: async ({ canvas: element }) => rendererOf(element as HTMLCanvasElement, onLost),
        onCreated({ gl, scene: world, camera }) {
          gl.domElement.addEventListener('webglcontextlost', onLost, { once: true })
          gl.domElement.addEventListener('capture', () => gl.render(world, camera)) // its pixels do not outlive a frame
        },
      })
      .then(() => root.current === made && made.render(children))
  })
  useEffect(
    () => () => {
      root.current?.unmount()
      root.current = null
    },
    [],
  )
  return <canvas ref={canvas} hidden={hidden} style={FULL} />
}

function Overlay({
  view,
  scene,
  handles,
  turn,
  width,
  height,
}: Pick<StageProps, 'view' | 'scene' | 'handles' | 'turn'> & {
  width: number
  height: number
}) {
  const place = view.camera(scene)
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared by content
  const camera = useMemo(() => aim(new PerspectiveCamera(), width / height, place), [JSON.stringify(place), width, height])
  /** Pixels with y upwards, so that handles and their keys work as in a plane. */
  const pixels: Plane = useMemo(
    () =>
      planeOf(
        [
          [0, width],
          [0, height],
        ],
        width,
        height,
        NO_MARGINS,
      ),
    [width, height],
  )
  const words = (view.words?.(scene, width) ?? []).flatMap((word) => placed(word, camera, pixels, scene.palette) ?? [])
  const worldOf = (name: string, at: Point) => new Vector3(...(view.place?.(name, at, scene) ?? [at[0], at[1], 0]))
  const draw = (flat: HandlesProps) => {
    const items = flat.items.map((item) => {
      const seen = worldOf(item.name, item.at).project(camera)
      return { ...item, value: item.at, at: [((seen.x + 1) / 2) * width, ((seen.y + 1) / 2) * height] as Point }
    })
    const move = (name: string, to: Point) => {
      const item = flat.items.find((other) => other.name === name)
      if (item === undefined) return
      const from = worldOf(name, item.at)
      const normal = view.normal ? new Vector3(...view.normal(name, scene)) : camera.getWorldDirection(new Vector3()).negate()
      const ray = new Raycaster()
      ray.setFromCamera(new Vector2((2 * to[0]) / width - 1, (2 * to[1]) / height - 1), camera)
      const hit = ray.ray.intersectPlane(new ScenePlane().setFromNormalAndCoplanarPoint(normal.normalize(), from), new Vector3())
      if (hit === null) return
      const world = [hit.x, hit.y, hit.z] as const
      flat.onMove(name, view.at?.(name, world, scene) ?? [hit.x, hit.y])
    }
    return (
      <>
        {words.map(({ text, x, y, anchor, color }, index) => (
          <Label key={index} at={[x, height - y]} anchor={anchor} color={color} bold>
            {text}
          </Label>
        ))}
        <Handles {...flat} items={items} onMove={move} />
      </>
    )
  }
  const svg = useWords(insideOf(pixels))
  const { handlers, stop } = useDrag<AnyScene>({
    ...turn,
    take: () => (turn ? scene : null),
    move(taken, [dx, dy]) {
      const { position, target } = view.camera(taken)
      const high = 2 * new Vector3(...position).distanceTo(new Vector3(...target)) * Math.tan((camera.fov / 2) * DEGREE)
      turn?.move?.(taken, [(dx * high) / height, (-dy * high) / height])
    },
  })
  const held = turn?.held ?? false
  useEffect(() => {
    if (!held) stop()
  }, [held, stop])
  return (
    <PlotProvider value={{ plane: pixels, palette: scene.palette, id: 'stage' }}>
      <svg ref={svg} width={width} height={height} className={turn ? 'over-3d turns' : 'over-3d'} {...handlers}>
        {handles(draw)}
      </svg>
    </PlotProvider>
  )
}

const SPACE = 4 // px kept free at the edge of the stage

/** A word with the px where its baseline begins, or ends. */
interface PlacedWord extends StageWord {
  x: number
  y: number
  anchor: 'start' | 'end'
}

/** Upright text beside a place of the world, or on the other side if it does not fit. Null behind the viewer. */
function placed(word: StageWord, camera: PerspectiveCamera, plane: Plane, palette: Palette): PlacedWord | null {
  const { at, dx = 0, dy = 0, text } = word
  const seen = new Vector3(...at).project(camera)
  if (seen.z > 1) return null
  const [x, y] = [((seen.x + 1) / 2) * plane.width, ((1 - seen.y) / 2) * plane.height]
  const { left, right } = boxOfText(text, 0, 0, 'start', palette.text)
  const long = right - left + Math.abs(dx) + SPACE
  const leftwards = dx < 0 ? x > long : x + long > plane.width
  return { ...word, x: leftwards ? x - Math.abs(dx) : x + Math.abs(dx), y: y + 4 - dy, anchor: leftwards ? 'end' : 'start' }
}
