// Little phantoms of a chest, 20 × 20 pixels between about -1 and 1, rows from the top: a body with two lungs and a lesion. Some hundred are the
// templates of the prior; the truth is another one.
import type { Computed, Point } from '@/contract'
import { type TemplatePrior, templatePrior } from '@/domains/diffusion/templatePrior'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyExp } from '@/numerics/steady'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'
import type { Params } from './params'

export const SIDE = 20
export const PIXELS = SIDE * SIDE

export interface Phantom {
  /** Centre of the lesion, right and up from the middle; the picture reaches from -1 to 1. */
  lesion: Point
  radius: number
  brightness: number
  /** The lungs are turned by this, radians. */
  lungs: number
}
/** Least and largest values of a phantom that is drawn. */
export const RANGES = {
  x: [-0.4, 0.4],
  y: [-0.5, 0.5],
  radius: [0.12, 0.25],
  brightness: [0.5, 1],
  lungs: [-0.5, 0.5],
} as const

export function drawnPhantom(s: Stream): Phantom {
  const from = ([low, high]: Point) => low + (high - low) * uniform(s)
  return {
    lesion: [from(RANGES.x), from(RANGES.y)],
    radius: from(RANGES.radius),
    brightness: from(RANGES.brightness),
    lungs: from(RANGES.lungs),
  }
}

const SOFT = 0.06 // width of edges
const edge = (d: number) => 1 / (1 + steadyExp(-d / SOFT))
const ellipse = (x: number, y: number, a: number, b: number) => 1 - Math.sqrt((x / a) ** 2 + (y / b) ** 2)
const LUNG = 0.3 // an edge of a lung is softer than that of the body

/** Writes the picture to out[at], … */
export function paintPhantom({ lesion, radius, brightness, lungs }: Phantom, out: Float64Array, at = 0): void {
  const [cos, sin] = [steadyCos(lungs), steadySin(lungs)]
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    const [u, v] = [(2 * (pixel % SIDE)) / (SIDE - 1) - 1, 1 - (2 * Math.floor(pixel / SIDE)) / (SIDE - 1)]
    const [x, y] = [u * cos + v * sin, v * cos - u * sin]
    const body = edge(ellipse(u, v, 0.85, 0.95))
    const right = edge(LUNG * ellipse(x - 0.3, y, 0.22, 0.45))
    const left = edge(LUNG * ellipse(x + 0.3, y, 0.18, 0.4))
    const spot = edge(radius - Math.sqrt((u - lesion[0]) ** 2 + (v - lesion[1]) ** 2))
    out[at + pixel] = -1 + body * (1 - 0.5 * (right + left) + brightness * spot)
  }
}

export const TEMPLATES = 600
const PIECE = 40 // phantoms between two pauses

/** The phantoms that the prior knows. */
export const templates: Computed<Params, TemplatePrior> = {
  kind: 'computed',
  runIn: 'worker',
  hidden: true,
  uses: ['set'],
  when: (p) => p.tab === 'pictures',
  *compute({ set }) {
    const s = stream(set, 'templates')
    const all = new Float64Array(TEMPLATES * PIXELS)
    for (let k = 0; k < TEMPLATES; k++) {
      paintPhantom(drawnPhantom(s), all, k * PIXELS)
      if (k % PIECE === PIECE - 1)
        yield { done: (k + 1) / TEMPLATES, result: templatePrior(new Float64Array(0), PIXELS), silent: true }
    }
    return templatePrior(all, PIXELS)
  },
}
