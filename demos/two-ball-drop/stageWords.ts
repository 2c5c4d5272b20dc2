// Labels of the balls and the camera on the 3D stage.
import type { StageWord } from '@/contract'
import { lensPlace, releaseOf } from './handles'
import { ballColour, lengthText, type Scene, shownBalls } from './looks'

const ROOM = 340 // CSS px: in a narrower stage words are short

export function stageWords(scene: Scene, width: number): readonly StageWord[] {
  const { params, palette, words } = scene
  const roomy = width >= ROOM
  const balls = shownBalls(scene).map((index) => {
    const name = index === 0 ? words.ball1 : words.ball2
    return {
      text: roomy ? `${name} · ${lengthText(scene, index === 0 ? params.h1 : params.h2)}` : name,
      color: ballColour(palette, index),
      at: releaseOf(params, index),
      dx: index === 0 ? -14 : 14,
    }
  })
  const [x, y, z] = lensPlace(params)
  const camera = { text: words.camera, color: palette.ink, at: [x, y + 0.14, z + 0.45] as const, dy: 14 }
  return roomy ? [...balls, camera] : balls
}
