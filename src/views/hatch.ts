// The hatch of what diverges, for canvases; `Region hatch` is the same in SVG.
import type { Palette } from '@/contract'

const GAP = 7 // px between lines, which run at 45°
const WIDTH = 3

/** Hatches the inside of the current path (even-odd). */
export function paintHatch(ctx: CanvasRenderingContext2D, palette: Palette, width: number, height: number): void {
  ctx.save()
  ctx.clip('evenodd')
  ctx.fillStyle = palette.grid
  ctx.fillRect(0, 0, width, height)
  ctx.strokeStyle = palette.line
  ctx.lineWidth = WIDTH
  ctx.beginPath()
  for (let at = -height; at < width; at += GAP * Math.SQRT2) {
    ctx.moveTo(at, height)
    ctx.lineTo(at + height, 0)
  }
  ctx.stroke()
  ctx.restore()
}
