// What a speaker draws over a slide: a dot of light, lines of ink, a black screen. By mouse, finger or pen.
import { type PointerEvent, useState } from 'react'

export type Tool = 'laser' | 'pen' | 'black'
/** Corners in px of the overlay. */
export type Line = readonly (readonly [x: number, y: number])[]

interface InkProps {
  tool: Tool | null
  lines: readonly Line[]
  onLines(lines: readonly Line[]): void
}

export function Ink({ tool, lines, onLines }: InkProps) {
  const [spot, setSpot] = useState<readonly [number, number] | null>(null)
  const [line, setLine] = useState<Line | null>(null)
  if (tool === 'black') return <div className="ink black" data-tool="black" />
  const placeOf = ({ clientX, clientY, currentTarget }: PointerEvent): [number, number] => {
    const { left, top } = currentTarget.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  const end = () => {
    if (line !== null && line.length > 1) onLines([...lines, line])
    setLine(null)
  }
  const drawn = line === null ? lines : [...lines, line]
  return (
    <svg
      className="ink"
      data-tool={tool ?? undefined}
      aria-hidden="true"
      onPointerMove={(event) => {
        const place = placeOf(event)
        setSpot(place)
        if (line !== null) setLine([...line, place])
      }}
      onPointerLeave={() => setSpot(null)}
      onPointerDown={(event) => {
        if (tool !== 'pen') return
        event.currentTarget.setPointerCapture(event.pointerId)
        setLine([placeOf(event)])
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <path d={drawn.map((points) => `M${points.join('L')}`).join('')} />
      {tool === 'laser' && spot && <circle cx={spot[0]} cy={spot[1]} r={9} />}
    </svg>
  )
}
