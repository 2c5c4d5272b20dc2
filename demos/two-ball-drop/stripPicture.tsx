// Gravity as read from single balls: one histogram a row on a logarithmic axis, with the printed mean, median and range.
import type { Point, Window } from '@/contract'
import { mean, median } from '@/numerics/regression'
import { Dot, Label, Region, Segment } from '@/views'
import { campaignOf, drawnReadings } from './campaign'
import { makerColour, type Scene } from './looks'
import { GENERATORS, type Generator, PRINTED } from './makers'
import { EARTH } from './measures'

const ROWS = ['earth', ...GENERATORS] as const
type Row = (typeof ROWS)[number]
export const STRIP_WINDOW: Window = [
  [-1.35, 2.15],
  [0, ROWS.length + 0.1],
]
const BIN = 0.1 // decades
const TALL = 0.72 // of a row
const DRAWS = 452 // clips of a stand-in

/** Share of the readings in each bin, and where the bins begin: log10 of the reading at playback speed 1. */
function binsOf(readings: Float64Array): { first: number; shares: Float64Array } {
  const logs = readings.map(Math.log10)
  const first = Math.floor(Math.min(...logs) / BIN)
  const shares = new Float64Array(Math.floor(Math.max(...logs) / BIN) - first + 1)
  for (const log of logs) shares[Math.floor(log / BIN) - first]! += 1 / logs.length
  return { first, shares }
}

interface Strip {
  bins: ReturnType<typeof binsOf>
  mean: number
  median: number
  low: number
  high: number
}
function stripOf(readings: Float64Array, row: Row): Strip | null {
  if (readings.length === 0) return null
  const bins = binsOf(readings)
  if (row !== 'earth') return { bins, ...PRINTED[row] }
  return { bins, mean: mean(readings), median: median(readings), low: Math.min(...readings), high: Math.max(...readings) }
}
const standIns = new Map<string, Strip | null>()
/** Strips of the stand-ins change only with the seed. */
function stripIn(scene: Scene, row: Row): Strip | null {
  const { params } = scene
  if (row === 'earth') return stripOf(campaignOf(params.maker === 'earth' ? params : { ...params, maker: 'earth' }).readings, row)
  const key = `${row} ${params.seed}`
  const old = standIns.get(key)
  if (old !== undefined) return old
  if (standIns.size > 4 * ROWS.length) standIns.clear()
  const made = stripOf(drawnReadings(row as Generator, DRAWS, params.seed), row)
  standIns.set(key, made)
  return made
}

/** Outline of a histogram standing on `base`. */
function outline({ first, shares }: Strip['bins'], shift: number, base: number): Point[] {
  const tallest = Math.max(...shares)
  const points: Point[] = [[first * BIN + shift, base]]
  for (const [k, share] of shares.entries()) {
    const y = base + (TALL * share) / tallest
    points.push([(first + k) * BIN + shift, y], [(first + k + 1) * BIN + shift, y])
  }
  points.push([(first + shares.length) * BIN + shift, base])
  return points
}

export function Strips(scene: Scene) {
  const { params, palette, words } = scene
  const shift = 2 * Math.log10(params.alpha)
  return (
    <>
      <Segment from={[Math.log10(EARTH), 0]} to={[Math.log10(EARTH), ROWS.length + 0.1]} color={palette.ink} width={1.5} />
      {ROWS.map((row, index) => {
        const strip = stripIn(scene, row)
        const base = ROWS.length - 1 - index + 0.1
        const held = row === params.maker
        const color = held ? makerColour(palette, row) : palette.faint
        const at = (value: number): Point => [Math.log10(value) + shift, base]
        return (
          <g key={row}>
            <Segment from={[STRIP_WINDOW[0][0], base]} to={[STRIP_WINDOW[0][1], base]} color={palette.line} width={0.75} />
            {strip && (
              <>
                <Region
                  rings={[outline(strip.bins, shift, base)]}
                  fill={color}
                  opacity={held ? 0.45 : 0.3}
                  stroke={color}
                  width={0.75}
                />
                <Segment from={at(strip.low)} to={at(strip.high)} color={color} width={2} />
                <Segment
                  from={at(strip.median)}
                  to={[at(strip.median)[0], base + TALL]}
                  color={held ? palette.ink : palette.soft}
                  width={1.5}
                />
                <Dot at={at(strip.mean)} color={held ? palette.ink : palette.soft} r={3} />
              </>
            )}
            <Label at={[STRIP_WINDOW[0][0], base]} dx={2} dy={-4} small bold={held} color={held ? color : palette.soft}>
              {row === 'earth' ? words.earthRow : words[row]}
            </Label>
          </g>
        )
      })}
      <Label at={[Math.log10(EARTH), ROWS.length]} dx={5} dy={8} small>
        {words.earth}
      </Label>
    </>
  )
}
