// Labels of the things on the 3D stage.
import type { StageWord } from '@/contract'
import { lookOf, onPlane, seen } from '@/numerics/look'
import { colorOf, nameOf, type Scene } from './looks'
import { lossOf } from './params'
import { pathsIn, placeIn, shellWords } from './space'

const ROOM = 420 // CSS px: in a narrower stage words are short
const BELOW = 16 // px: the long word is below its thing, whose path comes from above

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
    .map((at) => ({
      text: lossOf(params).minima.length > 1 ? words.bottoms : words.bottom,
      color: palette.ink,
      at,
      dx: -8,
      dy: -12,
    }))
  const names = pathsIn(scene)
    .toReversed() // those that the paper adds keep their place
    .filter(({ method }) => width > ROOM || method === 'momentum' || method === 'projected')
    .map(({ method, places }) => ({
      text: nameOf(scene, method),
      color: colorOf(palette, method),
      at: placeIn(places, step),
      dx: 12,
      dy: method === 'momentum' ? -BELOW : 0,
    }))
  return [...shells, ...bottom, ...names]
}
