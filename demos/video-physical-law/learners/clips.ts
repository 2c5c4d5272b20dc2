// Which clips there are: boxes of velocity, radius and colour, from which clips are drawn evenly by velocity; and how a clip becomes pixels.
import { type Stream, stream, uniform } from '@/numerics/random'
import { channelsOf, type Training } from '../params'
import { FRAMES, type GIVEN, INTERVAL, LENGTH, PIXELS, paint } from '../world/ring'

/** 0: red, or the only colour; 1: blue. */
export type Channel = 0 | 1
export interface Clip {
  /** Place in the first frame. */
  x: number
  v: number
  r: number
  channel: Channel
}
type Range = readonly [low: number, high: number]
export interface Box {
  v: Range
  r: Range
  channel: Channel
}

export const RADII: Range = [0.7, 1.4]
/** Where small balls end and large ones begin, if that matters. */
export const BORDER = 1.05
const SMALL: Range = [RADII[0], BORDER]
const LARGE: Range = [BORDER, RADII[1]]
const LEAST = 0.05 // width of a band

type Bands = Pick<Training, 'gap' | 'gapAt' | 'island' | 'slowest' | 'fastest'>
/** Ends of all bands, whatever is asked for: slowest ≤ gap ≤ fastest, each end with at least a narrow band. */
export function edgesOf(p: Bands): { slowest: number; gap: Range; island: Range | null; fastest: number } {
  const fastest = Math.max(p.fastest, p.slowest + 4 * LEAST)
  const inside = (v: number) => Math.min(Math.max(v, p.slowest + LEAST), fastest - LEAST)
  const gap: Range = [inside(p.gapAt - p.gap / 2), inside(p.gapAt + p.gap / 2)]
  const middle = (gap[0] + gap[1]) / 2
  const island = Math.min(p.island, Math.max(0, gap[1] - gap[0] - 2 * LEAST))
  return { slowest: p.slowest, gap, island: island > 0 ? [middle - island / 2, middle + island / 2] : null, fastest }
}

/** All boxes of a training; their order is that of velocities. */
export function boxesOf(p: Bands & Pick<Training, 'pair'>): readonly Box[] {
  const { slowest, gap, island, fastest } = edgesOf(p)
  const isWhole = gap[1] - gap[0] < 1e-9
  if (p.pair === 'colourVelocity' || p.pair === 'sizeVelocity') {
    const coloured = p.pair === 'colourVelocity'
    return [
      { v: [slowest, gap[0]], r: coloured ? RADII : SMALL, channel: 0 },
      { v: [gap[1], fastest], r: coloured ? RADII : LARGE, channel: coloured ? 1 : 0 },
    ]
  }
  const bands: Range[] = isWhole
    ? [[slowest, fastest]]
    : [[slowest, gap[0]], ...(island && p.pair === 'none' ? [island] : []), [gap[1], fastest]]
  if (p.pair === 'none') return bands.map((v) => ({ v, r: RADII, channel: 0 }))
  return bands.flatMap((v): Box[] => [
    { v, r: SMALL, channel: 0 },
    { v, r: LARGE, channel: 1 },
  ])
}

/** Draws clips one after another. With a finite number of them, these are drawn first, and then again and again. */
export function drawing(p: Training, boxes = boxesOf(p)): () => Clip {
  const draws = stream(p.seed, 'clips')
  if (!Number.isFinite(p.clips)) return () => drawClip(draws, boxes, p.mirror)
  const known = Array.from({ length: p.clips }, () => drawClip(draws, boxes, p.mirror))
  const picks = stream(p.seed, 'picks')
  return () => known[Math.floor(uniform(picks) * known.length)]!
}

export function drawClip(draws: Stream, boxes: readonly Box[], mirror: boolean): Clip {
  let way = uniform(draws) * boxes.reduce((sum, { v }) => sum + v[1] - v[0], 0)
  let k = 0
  for (; k < boxes.length - 1; k++) {
    const width = boxes[k]!.v[1] - boxes[k]!.v[0]
    if (way < width) break
    way -= width
  }
  const { v, r, channel } = boxes[k]!
  const speed = Math.min(v[0] + way, v[1])
  const radius = r[0] + (r[1] - r[0]) * uniform(draws)
  const x = LENGTH * uniform(draws)
  return { x, v: mirror && uniform(draws) < 0.5 ? -speed : speed, r: radius, channel }
}

/** Numbers in one frame. */
export const frameSize = (channels: 1 | 2): number => channels * PIXELS

/** Paints frames `from` to `to - 1` of a clip into zeros, one after another from `at` on; channel after channel in each frame. */
export function paintClip(
  { x, v, r, channel }: Clip,
  channels: 1 | 2,
  from: number,
  to: number,
  out: Float64Array,
  at = 0,
): void {
  const size = frameSize(channels)
  const shift = channels === 2 ? PIXELS * channel : 0
  for (let f = from; f < to; f++) paint(x + v * INTERVAL * f, r, out, at + (f - from) * size + shift)
}

/** All frames of a clip, or those given to learners. */
export function filmOf(clip: Clip, channels: 1 | 2, frames: typeof FRAMES | typeof GIVEN = FRAMES): Float64Array {
  const out = new Float64Array(frames * frameSize(channels))
  paintClip(clip, channels, 0, frames, out)
  return out
}

type Shown = { velocity: number; radius: number; start: number; colour: 'red' | 'blue' }
/** The clip on screen. */
export const shownClip = (p: Shown & Pick<Training, 'pair'>): Clip => ({
  x: p.start,
  v: p.velocity,
  r: p.radius,
  channel: channelsOf(p) === 2 && p.colour === 'blue' ? 1 : 0,
})

export const seenVelocity = (boxes: readonly Box[], v: number): boolean => boxes.some((box) => v >= box.v[0] && v <= box.v[1])
