// A pinhole camera over a floor. Rows and columns in pixels, rows downwards; lengths in any unit, the same for all.

export interface Pinhole {
  /** Focal length, px. */
  focal: number
  /** Row at which the optical axis meets the picture, px. */
  centre: number
  /** Height over the floor. */
  height: number
  /** How far it looks down, rad; 0: level. */
  pitch: number
}

/** Focal length in px of a lens in mm, by the taller side of the picture: 36 mm of film stand for `side` px. */
export const focalPixels = (millimetres: number, side: number): number => (millimetres / 36) * side

/** Distance along the optical axis of a point at a horizontal distance and a height. Not positive: behind the camera. */
const along = ({ height, pitch }: Pinhole, distance: number, z: number) =>
  distance * Math.cos(pitch) - (z - height) * Math.sin(pitch)

/** Row of a point, NaN behind the camera: y = y_c - f (D sin q + Δz cos q)/(D cos q - Δz sin q). */
export function rowOf(camera: Pinhole, distance: number, z: number): number {
  const depth = along(camera, distance, z)
  if (!(depth > 0)) return Number.NaN
  const up = distance * Math.sin(camera.pitch) + (z - camera.height) * Math.cos(camera.pitch)
  return camera.centre - (camera.focal * up) / depth
}

/** Pixels spanned by a unit length across the view, for columns and radii: f over the depth; NaN behind the camera. */
export function pixelsPerLength(camera: Pinhole, distance: number, z: number): number {
  const depth = along(camera, distance, z)
  return depth > 0 ? camera.focal / depth : Number.NaN
}

/** Height of the point seen in a row, at a known distance: the inverse of `rowOf`. */
export function heightInRow({ focal, centre, height, pitch }: Pinhole, distance: number, row: number): number {
  const w = (centre - row) / focal
  const [sin, cos] = [Math.sin(pitch), Math.cos(pitch)]
  return height + (distance * (w * cos - sin)) / (cos + w * sin)
}
