// Colours along a ramp. Apart from ./field, so that pictures of pixels do not load contours.

/** Colours as numbers, parsed once for each ramp. */
const stops = new WeakMap<readonly string[], readonly (readonly number[])[]>()
function stopsOf(ramp: readonly string[]): readonly (readonly number[])[] {
  const known = stops.get(ramp)
  if (known) return known
  const made = ramp.map((color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)))
  stops.set(ramp, made)
  return made
}

/** Colour between the stops of a ramp; `share` in [0, 1]. */
export function rampColor(ramp: readonly string[], share: number): string {
  const place = Math.min(Math.max(share, 0), 1) * (ramp.length - 1)
  const index = Math.min(Math.floor(place), ramp.length - 2)
  const [a, b] = [stopsOf(ramp)[index]!, stopsOf(ramp)[index + 1]!]
  const mix = (part: number) => Math.round(a[part]! + (b[part]! - a[part]!) * (place - index))
  return `rgb(${mix(0)} ${mix(1)} ${mix(2)})`
}
