// The pictures: the plane, time strips, work against error, the learning curve, the test scenes, and world lines.
import { defineViews, type PlotView } from '@/contract'
import type demo from './demo'
import { Front, frontWindow } from './frontPicture'
import { landingOf } from './handles'
import { Learning, learningWindow } from './learningPicture'
import type { Scene } from './looks'
import { Flight, paintNew, paintSettled, planeWindow, settledKey } from './planePicture'
import { stripsWindow } from './strips'
import { paintStripsNew, paintStripsSettled, Strips, stripsKey } from './stripsPicture'
import { TEST_WINDOW, Tests } from './testPicture'
import { paintWorld, WORLD_WINDOW, World } from './worldPicture'
import { camera, turned, worldPlace } from './worldSpace'

const plane: PlotView<Scene> = {
  kind: 'plot',
  window: planeWindow,
  equal: true,
  backdrop: { key: settledKey, paint: paintSettled },
  marks: paintNew,
  draw: Flight,
}

export default defineViews<typeof demo>({
  plane,
  orbits: plane, // under another name, so that it is never the large one beside world lines or work and error
  strips: {
    kind: 'plot',
    map: 'training',
    window: stripsWindow,
    x: ({ params, words }) => ({ title: params.across === 'time' ? words.axisTime : words.axisPictures, ticks: 5 }),
    backdrop: { key: stripsKey, paint: paintStripsSettled },
    marks: paintStripsNew,
    draw: Strips,
  },
  front: {
    kind: 'plot',
    map: 'fronts',
    window: frontWindow,
    seen: (scene) => [frontWindow(scene)[0][0], landingOf(scene.params)[0]],
    x: ({ words }) => ({ title: words.axisWork, scale: 'log10', ticks: [2, 3, 4, 5] }),
    y: { scale: 'log10', ticks: [0, -4, -8, -12], grid: true },
    draw: Front,
  },
  learning: {
    kind: 'plot',
    map: 'training',
    window: learningWindow,
    x: ({ words }) => ({ title: words.axisEpisode, ticks: 5 }),
    y: { ticks: [-600, -400, -200, 0, 200, 400, 800, 1200, 1600, 2000], grid: true },
    draw: Learning,
  },
  test: {
    kind: 'plot',
    map: ['training', 'tests'],
    window: TEST_WINDOW,
    x: ({ words }) => ({ title: words.axisMedianWork, scale: 'log10', ticks: [3, 4, 5] }),
    y: { scale: 'log10', ticks: [-2, -4, -6, -8, -10], grid: true },
    draw: Tests,
  },
  world: {
    kind: 'three',
    load: () => import('./stage'),
    camera,
    turn: turned,
    words: (scene) =>
      [0, 1, 2].map((index) => ({
        text: scene.format([scene.params.m1, scene.params.m2, scene.params.m3][index]!, 3),
        color: scene.palette.ink,
        at: worldPlace(scene, index, scene.step),
        dx: 9,
        dy: 8 - 14 * index,
      })),
    flat: { kind: 'plot', window: WORLD_WINDOW, equal: true, marks: paintWorld, draw: World },
  },
})
