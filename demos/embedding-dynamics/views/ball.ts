// What is on the sphere: views and middles of the images with the forces on the picked one, or the two kinds of walkers.
import type { StageWord, Vector3 } from '@/contract'
import { lookOf } from '@/numerics/look'
import { hues } from '@/views/hues'
import { ellipse, type SphereDot, type SphereLine, type SpherePicture } from '@/views/sphere'
import { handleIn, worldOf } from '../geometry'
import { CLASSES, IMAGES } from '../params'
import { CLASS_OF } from '../runs/data'
import type { Cloud } from '../runs/frame'
import { forceColours, kindColour, kindName, type Scene } from './looks'

const [VIEW, MIDDLE, WALKER, PICKED, ANCHOR] = [0.013, 0.026, 0.015, 0.05, 0.045] // radii of dots
const [ARROW, LONGEST] = [0.3, 0.6] // length of an arrow for a force of 1, and at most
const [MOST_WALKERS, MOST_CHORDS] = [400, 40] // of each kind

const flat = (...places: readonly Vector3[]): number[] => places.flat()
const along = (at: Vector3, by: Vector3, times: number): Vector3 => [
  at[0] + times * by[0],
  at[1] + times * by[1],
  at[2] + times * by[2],
]

/** Attraction, kick and spreading on the picked image as arrows; a force too small to be seen has none. */
export function arrowsOf({ params, palette }: Scene, { centroids, forces, d }: Cloud): (SphereLine & { name: 0 | 1 | 2 })[] {
  const at = worldOf(centroids, params.image * d, d)
  return ([0, 1, 2] as const).flatMap((name) => {
    const force = worldOf(forces[name], params.image * d, d)
    const size = Math.hypot(...force)
    if (!(size * ARROW > 0.02)) return []
    const tip = along(at, force, Math.min(ARROW, LONGEST / size))
    return [{ name, places: flat(at, tip), color: forceColours(palette)[name], width: 2.5, arrow: true }]
  })
}

/** Half axes of the cloud, longest first. */
const halfAxes = ({ axes, values, d }: Cloud): Vector3[] =>
  Array.from(values, (value, k) => along([0, 0, 0], worldOf(axes, k * d, d), value))

function ellipsoid(cloud: Cloud, color: string): SphereLine[] {
  const axes = halfAxes(cloud)
  const rings = axes.flatMap((a, k) => axes.slice(k + 1).map((b) => ellipse(a, b)))
  const spokes = axes.map((axis) => flat(along([0, 0, 0], axis, -1), axis))
  return [...rings, ...spokes].map((places) => ({ places, color, width: 1.25, inside: true }))
}

function cloudPicture(scene: Scene, cloud: Cloud): SpherePicture {
  const { params, palette } = scene
  const { z, centroids, targets, d, views } = cloud
  const colours = hues(palette)
  const lines: SphereLine[] = d === 2 ? [{ places: ellipse([1, 0, 0], [0, 1, 0]), color: palette.soft, inside: true }] : []
  const dots: SphereDot[] = []
  for (let i = 0; i < IMAGES; i++) {
    const color = colours[CLASS_OF[i]! % CLASSES]!
    const middle = worldOf(centroids, i * d, d)
    for (let v = 0; v < views; v++) {
      const at = worldOf(z, (i * views + v) * d, d)
      dots.push({ at, color, r: VIEW })
      lines.push({ places: flat(at, middle), color, width: 0.8 })
    }
    dots.push({ at: middle, color, r: MIDDLE })
  }
  const middle = worldOf(centroids, params.image * d, d)
  const picked: SphereDot[] = [
    { at: middle, color: palette.ink, r: PICKED, hollow: true },
    { at: middle, color: colours[CLASS_OF[params.image]!]!, r: MIDDLE },
    { at: worldOf(targets, params.image * d, d), color: palette.base, r: MIDDLE, hollow: true },
  ]
  if (params.axes) lines.push(...ellipsoid(cloud, palette.soft))
  if (params.tab === 'free') {
    const start = handleIn('throw', params)
    lines.push({ places: flat(start, middle), color: palette.ink, inside: true })
    picked.unshift({ at: start, color: palette.soft, r: ANCHOR, hollow: true })
  }
  return { dots: [...dots, ...picked], lines: [...lines, ...arrowsOf(scene, cloud)] }
}

function walkPicture({ params, palette }: Scene, z: Float64Array, d: 2 | 3): SpherePicture {
  const anchor = handleIn('anchor', params)
  const lines: SphereLine[] = d === 2 ? [{ places: ellipse([1, 0, 0], [0, 1, 0]), color: palette.soft, inside: true }] : []
  const dots: SphereDot[] = []
  const count = z.length / (2 * d)
  for (const [of, kind] of (['weak', 'strong'] as const).entries()) {
    const color = kindColour(palette, kind)
    for (let k = 0; k < Math.min(count, MOST_WALKERS); k++) {
      const at = worldOf(z, (of * count + k) * d, d)
      dots.push({ at, color, r: WALKER })
      if (params[kind] > 0 && k < MOST_CHORDS) lines.push({ places: flat(anchor, at), color, width: 0.8, inside: true })
    }
  }
  return { lines, dots: [...dots, { at: anchor, color: palette.ink, r: ANCHOR, hollow: true }] }
}

/** A moment after a change of page the frame may still be that of the other. */
export function picture(scene: Scene): SpherePicture {
  const { cloud, walkers } = scene.frame
  if (cloud && scene.params.tab !== 'kicks') return cloudPicture(scene, cloud)
  if (walkers && scene.params.tab === 'kicks') return walkPicture(scene, walkers.z, walkers.d)
  return { dots: [], lines: [] }
}

const SHORT = 420 // CSS px: in a narrower stage fewer words

/** What is what: names of arrows and axes, or of the kinds of walkers. */
export function namesIn(scene: Scene, width = Number.POSITIVE_INFINITY): StageWord[] {
  const { params, palette, words, frame } = scene
  const { up, right } = lookOf(params)
  const below = along(along([0, 0, 0], up, -1.04), right, -1.2)
  if (params.tab === 'kicks')
    return (['weak', 'strong'] as const).map((kind, k) => ({
      text: kindName(scene, kind),
      color: kindColour(palette, kind),
      at: below,
      dy: 18 * (1 - k),
    }))
  if (!frame.cloud) return []
  const { cloud } = frame
  const names = [words.attraction, words.kick, words.spreading]
  const arrows = arrowsOf(scene, cloud).map(({ name, places, color }) => ({
    text: names[name]!,
    color,
    at: [places[3]!, places[4]!, places[5]!] as Vector3,
    dx: 8,
  }))
  const axis: StageWord = { text: words.axes, color: palette.soft, at: halfAxes(cloud)[0]!, dx: 8 }
  if (width < SHORT) return arrows
  return params.axes ? [...arrows, axis] : arrows
}
