import { defineViews } from '@/contract'
import { Parts, paintColours, partsWindow, sigmaAxis, Vivid, vividAxis, vividWindow } from './charts'
import type demo from './demo'
import { Levels, levelsAxes, levelsWindow } from './levelsView'
import { ANATOMY_WINDOW, Anatomy, PICTURES_WINDOW, Pictures, paintAnatomy, paintPictures, picturesPress } from './pictureViews'
import { PlaneOfColours, paintSamples, paintWheel, planePress, planeWindow } from './planeView'

/** One for each method. */
const SWEEPS = ['cfg', 'apg']

export default defineViews<typeof demo>({
  plane: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'wheel',
    window: planeWindow,
    equal: true,
    backdrop: { key: ({ params: { std, centre, moved, hue } }) => [std, centre, moved, hue], paint: paintWheel },
    marks: paintSamples,
    draw: PlaneOfColours,
    press: planePress,
  },
  parts: {
    kind: 'plot',
    window: partsWindow,
    x: sigmaAxis,
    y: { ticks: 3, grid: true },
    draw: Parts,
  },
  vivid: {
    kind: 'plot',
    map: SWEEPS,
    when: ({ params }) => params.scene === 'wheel',
    window: vividWindow,
    x: vividAxis,
    y: ({ params }) => (params.chart === 'sweep' ? { ticks: 4, grid: true } : { ticks: [] }),
    backdrop: { key: ({ params: { chart, hue } }) => [chart, hue], paint: paintColours },
    draw: Vivid,
    press: ([w], { params }) => (params.chart === 'sweep' ? { w: Math.round(10 * w) / 10 } : null),
  },
  pictures: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'patches',
    window: PICTURES_WINDOW,
    equal: true,
    marks: paintPictures,
    draw: Pictures,
    press: picturesPress,
  },
  anatomy: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'patches',
    window: ANATOMY_WINDOW,
    equal: true,
    marks: paintAnatomy,
    draw: Anatomy,
  },
  levels: {
    kind: 'plot',
    map: SWEEPS,
    when: ({ params }) => params.scene === 'patches',
    window: levelsWindow,
    x: (scene) => levelsAxes(scene).x,
    y: (scene) => levelsAxes(scene).y,
    draw: Levels,
  },
})
