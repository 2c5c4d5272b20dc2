// A matrix as a square of coloured cells, the first row on top, with its name and its largest entry above.
import type { Point } from '@/contract'
import { formatNumber } from '@/format'
import { Label, usePlot } from './parts'
import { diverging, largest, shadeOf } from './pixels'

interface HeatMatrixProps {
  /** [size, size] row-major; entries that are not finite get the colour of the grid. */
  values: ArrayLike<number>
  size: number
  /** Lower left corner; the square is 1 × 1. */
  corner: Point
  name: string
  color: string
  /** The value drawn at full strength; default: the largest. */
  most?: number
}

export function HeatMatrix({ values, size, corner: [x, y], name, color, most = largest(values) }: HeatMatrixProps) {
  const { plane, palette } = usePlot()
  const shades = diverging(palette)
  const [left, top] = [plane.x(x), plane.y(y + 1)]
  const [width, height] = [(plane.x(x + 1) - left) / size, (plane.y(y) - top) / size]
  return (
    <g data-matrix={name}>
      {Array.from({ length: size * size }, (_, k) => (
        <rect
          key={k}
          x={left + (k % size) * width}
          y={top + Math.floor(k / size) * height}
          width={width * 0.96}
          height={height * 0.96}
          fill={shades.css[shadeOf(shades, Number.isFinite(values[k]) ? values[k]! : Number.NaN, most)]}
        />
      ))}
      <rect x={left} y={top} width={width * size} height={height * size} fill="none" stroke={palette.line} />
      <Label at={[x + 0.5, y + 1]} dy={-8} anchor="middle" small bold color={color}>
        {`${name} · ±${formatNumber(most, 2)}`}
      </Label>
    </g>
  )
}
