// The toy data of the diffusion demos. Each is a mixture whose denoiser is exact.
import type { Mixture } from './mixture'

/** A narrow class (std `width`) inside a wide one (std 1), equal weights: class 1 is the narrow component. */
export const nestedPair = (width = 0.12): Mixture => ({
  dim: 2,
  means: Float64Array.of(0, 0, 0.6, 0.3),
  stds: Float64Array.of(1, width),
  weights: Float64Array.of(0.5, 0.5),
  classes: Int32Array.of(0, 1),
})

const HUES = 6
const RADII = [0.4, 0.6, 0.8, 1]

/** Colours: six hues around grey (`centre`), 60° apart, class 0 at 90°; each from dull to vivid, four components of std `std`. */
export function colourWheel(std = 0.15, centre: readonly [x: number, y: number] = [0, 0]): Mixture {
  const means: number[] = []
  const classes: number[] = []
  for (let hue = 0; hue < HUES; hue++) {
    const angle = Math.PI / 2 + (hue * 2 * Math.PI) / HUES
    for (const radius of RADII) {
      means.push(centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle))
      classes.push(hue)
    }
  }
  const count = classes.length
  return {
    dim: 2,
    means: Float64Array.from(means),
    stds: new Float64Array(count).fill(std),
    weights: new Float64Array(count).fill(1 / count),
    classes: Int32Array.from(classes),
  }
}

export const PATCH_SIDE = 8 // pixels
export const PATCH_LEVELS: readonly number[] = [0.35, 0.6, 0.85]
const PLACES = [2, 5] // rows and columns of the blob's centre
const BLOB = 1.5 // std of a blob, pixels

/** Unit vector [red, green, blue] of a hue in the plane of colours without brightness: red at 0, yellow at 60°. */
export function hueColour(angle: number): [red: number, green: number, blue: number] {
  const [p, q] = [Math.cos(angle) / Math.sqrt(6), Math.sin(angle) / Math.SQRT2]
  return [2 * p, -p + q, -p - q]
}

/**
 * Pictures: 8 × 8 pixels [row, column, red-green-blue], 0 = grey. A blob at one of four places, one of six hues (the class), in three levels of
 * colour: 72 components, ordered by hue, then level, then place. Component k has level k / 4 mod 3. `first` is the angle of class 0, as `hueColour`
 * counts it.
 */
export function patchTemplates(std = 0.1, first = 0): Mixture {
  const dim = PATCH_SIDE * PATCH_SIDE * 3
  const means: number[] = []
  const classes: number[] = []
  for (let hue = 0; hue < HUES; hue++) {
    const colour = hueColour(first + (hue * 2 * Math.PI) / HUES)
    for (const level of PATCH_LEVELS) {
      for (const top of PLACES) {
        for (const left of PLACES) {
          classes.push(hue)
          for (let pixel = 0; pixel < PATCH_SIDE * PATCH_SIDE; pixel++) {
            const down = Math.floor(pixel / PATCH_SIDE) - top
            const right = (pixel % PATCH_SIDE) - left
            const height = level * Math.exp(-(down * down + right * right) / (2 * BLOB * BLOB))
            for (const channel of colour) means.push(height * channel)
          }
        }
      }
    }
  }
  const count = classes.length
  return {
    dim,
    means: Float64Array.from(means),
    stds: new Float64Array(count).fill(std),
    weights: new Float64Array(count).fill(1 / count),
    classes: Int32Array.from(classes),
  }
}
