// The hatch that marks divergence, for canvases; `Region hatch` is the same in SVG.
import type { Palette } from '@/contract'

const TILE = 10 // px: lines at 45°, 7 px apart
const WIDTH = 3

const tiles = new Map<string, CanvasImageSource>()

/** One period of the hatch, drawn once for each theme and density. */
function tileOf({ name, grid, line }: Palette, density: number): CanvasImageSource {
  const key = `${name} ${density}`
  const known = tiles.get(key)
  if (known) return known
  const tile = Object.assign(document.createElement('canvas'), { width: TILE * density, height: TILE * density })
  const ctx = tile.getContext('2d') as CanvasRenderingContext2D
  ctx.scale(density, density)
  ctx.fillStyle = grid
  ctx.fillRect(0, 0, TILE, TILE)
  ctx.strokeStyle = line
  ctx.lineWidth = WIDTH
  ctx.beginPath()
  for (const at of [-TILE, 0, TILE]) {
    ctx.moveTo(at - TILE, 2 * TILE)
    ctx.lineTo(at + 2 * TILE, -TILE)
  }
  ctx.stroke()
  tiles.set(key, tile)
  return tile
}

/** Hatches the inside of the current path (even-odd). A pattern, because hundreds of lines cost 5 ms when the processor draws. */
export function paintHatch(ctx: CanvasRenderingContext2D, palette: Palette): void {
  ctx.save()
  ctx.fillStyle = patternOf(ctx, palette) ?? palette.grid
  ctx.fill('evenodd')
  ctx.restore()
}

function patternOf(ctx: CanvasRenderingContext2D, palette: Palette): CanvasPattern | null {
  if (typeof document === 'undefined') return null // in tests that only count calls
  const density = Math.max(1, Math.round(ctx.getTransform().a))
  const pattern = ctx.createPattern(tileOf(palette, density), 'repeat')
  pattern?.setTransform({ a: 1 / density, d: 1 / density })
  return pattern
}
