// How far two clips of a disc on white are apart, pixel by pixel, if they differ in one attribute: Σ over three frames and three colours of the squared
// difference, as an area, exactly.
const FRAMES = 3
const INTERVAL = 0.1 // between frames of the paper
/** The paper's smallest and largest ball. */
export const [SMALL, LARGE] = [0.7, 1.4] as const

/** Common area of two discs of radius r whose centres are d apart. */
export function lens(r: number, d: number): number {
  if (d >= 2 * r) return 0
  return 2 * r * r * Math.acos(d / (2 * r)) - (d / 2) * Math.sqrt(4 * r * r - d * d)
}

export const ATTRIBUTES = ['colour', 'size', 'velocity', 'shape'] as const
export type Attribute = (typeof ATTRIBUTES)[number]
/** Squared distances by what differs: red or blue; the smallest or the largest ball; `dv` more velocity; a disc or a square of equal width. */
export const pixelDistances = (r: number, dv: number): Readonly<Record<Attribute, number>> => {
  let velocity = 0
  for (let k = 0; k < FRAMES; k++) velocity += 4 * (Math.PI * r * r - lens(r, k * dv * INTERVAL))
  return {
    colour: 2 * FRAMES * Math.PI * r * r,
    size: 2 * FRAMES * Math.PI * (LARGE * LARGE - SMALL * SMALL),
    velocity,
    shape: 2 * FRAMES * (4 - Math.PI) * r * r,
  }
}

/** The paper's order, from what is kept best. */
export const inPaperOrder = ({ colour, size, velocity, shape }: Readonly<Record<Attribute, number>>): boolean =>
  colour > size && size > velocity && velocity > shape

/** The difference of velocity at which it weighs as much as shape, for balls of radius r. */
export function equalToShape(r: number): number {
  let [low, high] = [0, 30]
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2
    const { velocity, shape } = pixelDistances(r, middle)
    if (velocity < shape) low = middle
    else high = middle
  }
  return (low + high) / 2
}
/** The radius at which colour weighs as much as size: r² = 1.4² - 0.7². */
export const EQUAL_TO_SIZE = Math.sqrt(LARGE * LARGE - SMALL * SMALL)
