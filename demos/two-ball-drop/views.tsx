// The pictures: the drop, its film, the plane of the test, readings of single balls, and the straight line through a cloud.
import { type Axis, defineViews } from '@/contract'
import type demo from './demo'
import type { Scene } from './looks'
import { Ratio, ratioWindow } from './ratioPicture'
import { paintSlopes, RULES_WINDOW, Rules } from './rulesPicture'
import { SideView } from './scenePicture'
import { flatAt, normalOf, placeOf, VIEWPOINT } from './stageSpace'
import { stageWords } from './stageWords'
import { STRIP_WINDOW, Strips } from './stripPicture'
import { VIDEO_WINDOW, Video } from './videoPicture'

/** Ticks in the middle and at the ends; the title is between them. */
function ratioAxis(scene: Scene, title: string): Axis {
  if (scene.params.axes === 'log') return { title, scale: 'log10', ticks: [-1, 0, 1] }
  const [[, end]] = ratioWindow(scene)
  return { title, ticks: [0, end / 2, end] }
}

export default defineViews<typeof demo>({
  scene: {
    kind: 'three',
    load: () => import('./stage'),
    camera: () => VIEWPOINT,
    place: placeOf,
    at: flatAt,
    normal: normalOf,
    words: stageWords,
    flat: {
      kind: 'plot',
      window: [
        [-7.3, 3.4],
        [-0.7, 4.5],
      ],
      equal: true,
      draw: SideView,
    },
  },
  video: { kind: 'plot', window: VIDEO_WINDOW, equal: true, draw: Video },
  ratio: {
    kind: 'plot',
    window: ratioWindow,
    x: (scene) => ratioAxis(scene, scene.words.axisTimes),
    y: (scene) => ratioAxis(scene, scene.words.axisHeights),
    draw: Ratio,
  },
  strip: {
    kind: 'plot',
    window: STRIP_WINDOW,
    x: ({ words }) => ({ title: words.axisReading, scale: 'log10', ticks: [-1, 0, 1, 2] }),
    draw: Strips,
  },
  rules: {
    kind: 'plot',
    window: RULES_WINDOW,
    x: ({ words }) => ({ title: words.axisScatter, ticks: 5 }),
    y: ({ words }) => ({ title: words.axisExponent, ticks: [0, 1, 2, 3] }),
    backdrop: { key: () => 'slopes', paint: paintSlopes },
    draw: Rules,
  },
})
