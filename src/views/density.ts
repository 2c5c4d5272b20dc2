// Drawn pixels in a CSS pixel, for canvases.
const MOST = 2
let fixed: number | null = null

/** From now on so many, whatever the screen has: for pictures that are larger than the screen. */
export function fixDensity(density: number): void {
  fixed = density
}
/** The number that was fixed; null: none. */
export const fixedDensity = (): number | null => fixed
export const density = (): number => fixed ?? Math.min(globalThis.devicePixelRatio || 1, MOST)
