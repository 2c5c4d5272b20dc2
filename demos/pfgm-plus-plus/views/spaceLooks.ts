// What the stage and its flat picture draw, and in which colours.
import type { StageWord, Vector3 } from '@/contract'
import { lookOf } from '@/numerics/look'
import { topOf, WIDE } from '../geometry'
import { diffusionColour, fieldColour, isCompared, nameOfD, type Scene } from '../looks'
import type { Bundle } from '../maps'
import { isDiffusion } from '../params'
import { chargePlaces, circleOf, HALF } from '../space'

/** The field on screen is the method, unless it is diffusion itself. */
export const ownColour = ({ params, palette }: Scene): string =>
  isDiffusion(params) ? diffusionColour(palette) : fieldColour(palette)

export interface DrawnBundle {
  bundle: Bundle
  color: string
  opacity: number
}
/** Bundles of lines that are known, the faint one first. A moment after a change of page they may still be those of the other. */
export function bundlesOf(scene: Scene): DrawnBundle[] {
  const { maps, palette } = scene
  return [
    ...(isCompared(scene) && maps.diffusion
      ? [{ bundle: maps.diffusion.result, color: diffusionColour(palette), opacity: 0.3 }]
      : []),
    ...(maps.lines ? [{ bundle: maps.lines.result, color: ownColour(scene), opacity: 0.8 }] : []),
  ].filter(({ bundle }) => bundle.dim === 2)
}

/** Paths of the traced particle, the compared one first. */
export const pathsOf = (scene: Scene): { of: 'traced' | 'diffused'; color: string }[] => [
  ...(isCompared(scene) ? [{ of: 'diffused' as const, color: diffusionColour(scene.palette) }] : []),
  { of: 'traced', color: scene.palette.ink },
]

/** Radius in px. */
export const sizeOfParticles = ({ params, palette }: Scene): number => (params.n > 400 ? 1.8 : 2.3) * palette.weight ** 0.5

const SHORT = 400 // CSS px: in a narrower stage words are short
const BESIDE = 0.92 // of the widest circle: where circles larger than the picture are named

/** Names of the fields at the top, each beside the circle that half of its starts are in, this one's on the left; and what the charges are. */
export function namesIn(scene: Scene, width = Number.POSITIVE_INFINITY): StageWord[] {
  const { params, palette, words } = scene
  const { right } = lookOf(params)
  const at = (radius: number): Vector3 => [radius * right[0], topOf(params), radius * right[2]]
  const isShort = width < SHORT
  const half = circleOf(params, HALF)
  const own: StageWord = {
    text: isShort || half > WIDE ? nameOfD(scene) : `${nameOfD(scene)}: ${words.half}`,
    color: ownColour(scene),
    at: at(-Math.min(half, BESIDE * WIDE)),
    dx: -6,
    dy: 12,
  }
  const first = chargePlaces(params)[0]!
  const charges: StageWord = { text: words.charges, color: palette.ink, at: first, dx: 9, dy: -14 }
  const compared: StageWord = {
    text: words.diffusion,
    color: diffusionColour(palette),
    at: at(circleOf({ ...params, D: Number.POSITIVE_INFINITY }, HALF)),
    dx: 6,
    dy: 14,
  }
  return [
    own,
    ...(isCompared(scene) ? [isShort ? { ...compared, text: words.diffusionShort } : compared] : []),
    ...(isShort ? [] : [charges]),
  ]
}
