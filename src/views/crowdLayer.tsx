// A crowd as a canvas: each pixel is as dense as the points in it. It is computed elsewhere and drawn when it comes; until then the one before stays.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Crowd, Plane } from '@/contract'
import type { CrowdClient } from '@/crowd'
import { density } from './density'

interface CrowdLayerProps {
  /** None: the layer is empty. */
  wish: { crowd: Crowd; step: number; color: string } | null
  plane: Plane
  width: number
  height: number
}

const SHADE = 0.4 // that a point gives to its pixel
const shades = Uint8ClampedArray.from({ length: 32 }, (_, count) => 255 * (1 - (1 - SHADE) ** count))

/** Paints the points `x` [n, 2] that are inside of the plot; `sharp`: pixels in a CSS pixel. */
function paint(ctx: CanvasRenderingContext2D, x: Float32Array, plane: Plane, color: string, sharp: number): void {
  const { width, height } = ctx.canvas
  const [[[x0, x1], [y0, y1]], counts] = [plane.window, new Uint16Array(width * height)]
  const [left, right, top, bottom] = [plane.x(x0), plane.x(x1), plane.y(y1), plane.y(y0)].map((side) => Math.round(side * sharp))
  const [scaleX, scaleY] = [(right! - left!) / (x1 - x0), (bottom! - top!) / (y1 - y0)]
  const size = Math.max(1, Math.round(sharp)) // px of a point
  for (let i = 0; i < x.length; i += 2) {
    const px = Math.floor(left! + (x[i]! - x0) * scaleX)
    const py = Math.floor(bottom! - (x[i + 1]! - y0) * scaleY)
    if (!(px >= left! && px + size <= right! && py >= top! && py + size <= bottom!)) continue
    for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) counts[(py + j) * width + px + k]!++
  }
  const image = ctx.createImageData(width, height)
  for (let at = 0; at < counts.length; at++) if (counts[at]! > 0) image.data[4 * at + 3] = shades[Math.min(counts[at]!, 31)]!
  ctx.putImageData(image, 0, 0)
  ctx.globalCompositeOperation = 'source-in'
  ctx.fillStyle = color
  ctx.fillRect(0, 0, width, height)
  ctx.globalCompositeOperation = 'source-over'
}

export function CrowdLayer({ wish, plane, width, height }: CrowdLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const client = useRef<Promise<CrowdClient> | null>(null)
  const places = useRef<Float32Array | null>(null)
  const newest = useRef(wish)
  newest.current = wish
  const sharp = density()
  const draw = useRef(() => {})
  draw.current = () => {
    const ctx = canvas.current?.getContext('2d')
    if (!ctx || ctx.canvas.width === 0 || ctx.canvas.height === 0) return
    if (newest.current && places.current) paint(ctx, places.current, plane, newest.current.color, sharp)
    else ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the picture depends on
  useLayoutEffect(() => draw.current(), [width, height, sharp, wish?.color, wish === null, plane.window])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the numbers depend on
  useEffect(() => {
    canvas.current?.toggleAttribute('data-coming', wish !== null) // pictures that are taken away wait for it
    if (wish === null) return
    client.current ??= import('@/crowd').then(({ openCrowd }) => openCrowd())
    const { crowd, step } = wish
    const isNewest = () => newest.current?.crowd.key === crowd.key && newest.current.step === step
    client.current.then((open) => {
      if (!isNewest()) return
      open.want(crowd, step, (x, whole) => {
        places.current = x
        draw.current()
        if (whole && isNewest()) canvas.current?.removeAttribute('data-coming')
      })
    })
  }, [wish?.crowd.key, wish?.step])
  useEffect(() => () => void client.current?.then((open) => open.close()), [])
  return (
    <canvas ref={canvas} width={Math.round(width * sharp)} height={Math.round(height * sharp)} data-crowd="" aria-hidden="true" />
  )
}
