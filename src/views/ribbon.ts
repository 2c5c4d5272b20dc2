// Lines in space as ribbons that face the eye: two corners for each place, joined by triangles. WebGL draws lines only one pixel wide.

type Vector = readonly [x: number, y: number, z: number]

/** Writes the corners of the ribbon along `places` (xyz each) as seen from `eye`, of half width `half`, to `corners` from corner `first` on. */
export function writeRibbon(places: ArrayLike<number>, eye: Vector, half: number, corners: Float32Array, first = 0): void {
  const count = places.length / 3
  for (let k = 0; k < count; k++) {
    const [before, here, after] = [3 * Math.max(0, k - 1), 3 * k, 3 * Math.min(count - 1, k + 1)]
    const [x, y, z] = [places[here]!, places[here + 1]!, places[here + 2]!]
    const [ax, ay, az] = [
      places[after]! - places[before]!,
      places[after + 1]! - places[before + 1]!,
      places[after + 2]! - places[before + 2]!,
    ]
    const [sx, sy, sz] = [eye[0] - x, eye[1] - y, eye[2] - z]
    const [nx, ny, nz] = [ay * sz - az * sy, az * sx - ax * sz, ax * sy - ay * sx]
    const scale = half / (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1)
    const at = 3 * (first + 2 * k)
    corners[at] = x + scale * nx
    corners[at + 1] = y + scale * ny
    corners[at + 2] = z + scale * nz
    corners[at + 3] = x - scale * nx
    corners[at + 4] = y - scale * ny
    corners[at + 5] = z - scale * nz
  }
}

/** Number of corners in a ribbon of `count` places, and of indices of its triangles. */
export const cornersOf = (count: number): number => 2 * count
export const trianglesOf = (count: number): number => 6 * Math.max(0, count - 1)

/** Writes the triangles of a ribbon of `count` places, whose corners begin with number `first`, from `at` on. */
export function joinRibbon(count: number, first: number, triangles: Uint16Array | Uint32Array, at = 0): void {
  for (let k = 1; k < count; k++) {
    const [a, b] = [first + 2 * k - 2, first + 2 * k]
    triangles.set([a, a + 1, b, a + 1, b + 1, b], at + 6 * (k - 1))
  }
}
