// Pictures of 10 × 10 patches, each patch eight numbers: a texture for the background, another one for each rectangle, smooth light and noise. A picture
// is kept as what was drawn, so that light, noise and the places of its objects can be changed under the hand.
import type { Placed, Point } from '@/contract'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'

/** Patches a side, patches in all, and numbers of a patch. */
export const GRID = 10
export const CELLS = GRID * GRID
export const SIZE = 8
const KINDS = 6 // of objects
const GROUNDS = 3
const [LEAST, MOST] = [3, 5] // cells a side of a rectangle

/** What all pictures of a seed share: vectors N(0, I), row-major. */
export interface World {
  /** [KINDS, SIZE] */
  readonly objects: Float64Array
  /** [GROUNDS, SIZE] */
  readonly grounds: Float64Array
  /** The two directions in which light moves a patch, [2, SIZE]. */
  readonly lights: Float64Array
}

const normals = (random: Stream, count: number) => Float64Array.from({ length: count }, () => steadyNormal(random))
const below = (random: Stream, count: number): number => Math.floor(count * uniform(random))

export function worldOf(seed: number): World {
  const random = stream(seed, 'world')
  return {
    objects: normals(random, KINDS * SIZE),
    grounds: normals(random, GROUNDS * SIZE),
    lights: normals(random, 2 * SIZE),
  }
}

/** A rectangle of one kind; column and row of its upper left cell, and cells a side. */
export interface Box {
  readonly kind: number
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}
/** What is drawn for a picture, before light and noise are given. */
export interface Drawn {
  readonly ground: number
  /** Later ones cover earlier ones. */
  readonly boxes: readonly Box[]
  /** a₀ to a₃: light falls as (a₀x + a₁y) n₀ + (a₂x + a₃y) n₁, x and y from -1 to 1. */
  readonly slopes: Float64Array
  /** [CELLS, SIZE] */
  readonly noise: Float64Array
}

function draw(random: Stream, count: number): Drawn {
  const ground = below(random, GROUNDS)
  const boxes: Box[] = []
  for (let k = 0; k < count; k++) {
    const first = boxes[0]?.kind
    const [width, height] = [LEAST + below(random, MOST - LEAST + 1), LEAST + below(random, MOST - LEAST + 1)]
    const [column, row] = [below(random, GRID - width + 1), below(random, GRID - height + 1)]
    const free = below(random, first === undefined ? KINDS : KINDS - 1)
    boxes.push({ kind: first !== undefined && free >= first ? free + 1 : free, column, row, width, height })
  }
  return { ground, boxes, slopes: normals(random, 4), noise: normals(random, CELLS * SIZE) }
}
/** Pictures for training have one object, those for judging two of different kinds. */
export function drawAll(seed: number, purpose: 'training' | 'judging', count: number): readonly Drawn[] {
  const random = stream(seed, purpose)
  return Array.from({ length: count }, () => draw(random, purpose === 'training' ? 1 : 2))
}

/** Standard deviation of a patch's noise, and how strongly light moves it. */
export interface Conditions {
  readonly noise: number
  readonly light: number
}
export interface Picture {
  /** [CELLS, SIZE], rows of cells from the top. */
  readonly patches: Float64Array
  /** 0: background; 1, 2: the objects, [CELLS]. */
  readonly labels: Int8Array
}

/** -1 to 1 from the first to the last of the cells of a side. */
const across = (cell: number): number => (2 * cell) / (GRID - 1) - 1

export function painted(world: World, { ground, boxes, slopes, noise }: Drawn, conditions: Conditions): Picture {
  const patches = new Float64Array(CELLS * SIZE)
  const labels = new Int8Array(CELLS)
  for (const [k, { column, row, width, height }] of boxes.entries())
    for (let r = row; r < row + height; r++) labels.fill(k + 1, r * GRID + column, r * GRID + column + width)
  for (let cell = 0; cell < CELLS; cell++) {
    const [x, y] = [across(cell % GRID), -across(Math.floor(cell / GRID))]
    const first = conditions.light * (slopes[0]! * x + slopes[1]! * y)
    const second = conditions.light * (slopes[2]! * x + slopes[3]! * y)
    const label = labels[cell]!
    const texture = label === 0 ? world.grounds : world.objects
    const from = SIZE * (label === 0 ? ground : boxes[label - 1]!.kind)
    for (let k = 0; k < SIZE; k++)
      patches[cell * SIZE + k] =
        texture[from + k]! +
        first * world.lights[k]! +
        second * world.lights[SIZE + k]! +
        conditions.noise * noise[cell * SIZE + k]!
  }
  return { patches, labels }
}

/** Middle of a rectangle: cells from the left, and from the top. */
export const middleOf = ({ column, row, width, height }: Box): Point => [column + width / 2, row + height / 2]

/** The picture with objects moved to other middles; they stay on whole cells, and inside. */
export function withMoved(drawn: Drawn, moved: readonly Placed[]): Drawn {
  const boxes = drawn.boxes.map((box, k) => {
    const to = moved.find(({ index }) => index === k)?.at
    if (!to) return box
    const whole = (middle: number, size: number) => Math.min(Math.max(Math.round(middle - size / 2), 0), GRID - size)
    return { ...box, column: whole(to[0], box.width), row: whole(to[1], box.height) }
  })
  return { ...drawn, boxes }
}
