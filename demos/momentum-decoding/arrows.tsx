// Bent arrows between words, and loops at one word.
import { usePlot } from '@/views/parts'
import type { Place } from './layout'

/** Of the length, to the left, so that there and back are two lines. */
const BEND = 0.13
const round = (value: number) => Math.round(value * 10) / 10

interface Props {
  from: Place
  to: Place
  color: string
  width: number
  opacity?: number
  dash?: string
  headless?: boolean
  /** Bent more, so that two walks on the same arrow are two lines. */
  outside?: boolean
}

export function Arrow({ from, to, color, width, opacity, dash, headless, outside }: Props) {
  const { plane, palette } = usePlot()
  const size = palette.text
  const [ax, ay, bx, by] = [plane.x(from.x), plane.y(-from.y), plane.x(to.x), plane.y(-to.y)]
  const stroke = width * palette.weight ** 0.5
  const head = headless ? 0 : 5 + 1.1 * stroke
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  if (length < 1) {
    const [left, top, high] = [ax - 9 * size, ay - 11 * size, outside ? 34 : 22] // a word after itself
    const data = `M${round(left)} ${round(top + 1)}C${round(left - 9)} ${round(top - high)} ${round(ax + 18 * size)} ${round(top - high)} ${round(ax + 9 * size)} ${round(top)}`
    return (
      <g opacity={opacity}>
        <path d={data} fill="none" stroke={color} strokeWidth={stroke} strokeDasharray={dash} />
        {!headless && <Head x={ax + 9 * size} y={top + 2} ux={-0.45} uy={0.9} size={head} color={color} />}
      </g>
    )
  }
  const bend = outside ? 2.6 * BEND : BEND
  const [cx, cy] = [(ax + bx) / 2 + bend * dy, (ay + by) / 2 - bend * dx]
  const [sx, sy] = rim(ax, ay, cx, cy, from.half * size, 11.5 * size)
  const [tx, ty] = rim(bx, by, cx, cy, to.half * size, 11.5 * size)
  const toCentre = Math.hypot(cx - tx, cy - ty) || 1
  const [ux, uy] = [(tx - cx) / toCentre, (ty - cy) / toCentre]
  const [ex, ey] = [tx - 0.8 * head * ux, ty - 0.8 * head * uy]
  return (
    <g opacity={opacity}>
      <path
        d={`M${round(sx)} ${round(sy)}Q${round(cx)} ${round(cy)} ${round(ex)} ${round(ey)}`}
        fill="none"
        stroke={color}
        strokeWidth={stroke}
        strokeDasharray={dash}
      />
      {!headless && <Head x={tx} y={ty} ux={ux} uy={uy} size={head} color={color} />}
    </g>
  )
}

/** Where a line from a word's centre towards (cx, cy) leaves its oval. */
function rim(x: number, y: number, cx: number, cy: number, half: number, high: number): readonly [number, number] {
  const [dx, dy] = [cx - x, cy - y]
  const share = 1 / (Math.hypot(dx / (half + 2), dy / high) || 1)
  return [x + Math.min(share, 1) * dx, y + Math.min(share, 1) * dy]
}

function Head({ x, y, ux, uy, size, color }: { x: number; y: number; ux: number; uy: number; size: number; color: string }) {
  const [bx, by] = [x - size * ux, y - size * uy]
  const wing = 0.45 * size
  return (
    <path
      d={`M${round(x)} ${round(y)}L${round(bx - wing * uy)} ${round(by + wing * ux)}L${round(bx + wing * uy)} ${round(by - wing * ux)}Z`}
      fill={color}
    />
  )
}
