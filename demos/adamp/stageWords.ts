// What stands beside the things of the 3D stage.
import type { StageWord, Vector3 } from '@/contract'
import { lookOf, onPlane, placeOf, seen } from './geometry'
import { colorOf, nameOf, pathOf, type Scene } from './looks'
import { lossOf, type Method, shownMethods } from './params'
import { extentOf, shellWords } from './space'

const ROOM = 420 // CSS px: in a narrower stage words are short
const LINE = 16 // px between words beside each other's things

export function stageWords(scene: Scene, width: number): readonly StageWord[] {
  const { params, palette, step, words } = scene
  const look = lookOf(params)
  const shells = shellWords(scene).map(({ times, at }) => ({
    text: width > ROOM ? `${times}${words.times} ${words.asLong}` : `${times}${words.times}`,
    color: palette.soft,
    at: onPlane(at, look),
    dx: 4,
  }))
  const bottom = lossOf(params)
    .minima.filter((place) => width > ROOM && seen(place, look)[2] > 0.1)
    .map((at) => ({ text: words.bottom, color: palette.ink, at, dx: -8, dy: -12 }))
  // from the top down, so that words beside nearby dots do not cover each other
  const scale = width / (2 * extentOf(scene).half[0]) // px in a world length, about
  let above = Number.POSITIVE_INFINITY
  const names = shownMethods(params)
    .filter((method) => width > ROOM || method === 'momentum' || method === 'projected')
    .map((method): { method: Method; at: Vector3; v: number; own: number } => {
      const [xs, ys, zs] = pathOf(scene, method)
      const at = placeOf(xs[step]!, ys[step]!, zs[step]!, params)
      return { method, at, v: seen(at, look)[1] * scale - (method === 'momentum' ? LINE : 0), own: seen(at, look)[1] * scale }
    })
    .sort((a, b) => b.v - a.v)
    .map(({ method, at, v, own }) => {
      const placed = Math.min(v, above - LINE)
      above = placed
      return { text: nameOf(scene, method), color: colorOf(palette, method), at, dx: 12, dy: placed - own }
    })
  return [...shells, ...bottom, ...names]
}
