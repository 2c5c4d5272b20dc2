// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { CarriedPicture, carriedWindow } from './carriedPicture'
import { Cosine, cosineWindow, Effective, effectiveWindow, Growth, growthWindow, Loss, lossWindow, stepAxis } from './charts'
import type demo from './demo'
import { handleAt, handlePlace } from './handles'
import { Slices, sliceWindow } from './slicePicture'
import { cameraOf, turned, windowOf } from './space'
import { ballKey, FlatSphere, paintBall } from './spherePicture'
import { stageWords } from './stageWords'

export default defineViews<typeof demo>({
  sphere: {
    kind: 'three',
    load: () => import('./stage'),
    camera: cameraOf,
    place: (_name, at, { params }) => handlePlace(at, params),
    at: (_name, world, { params }) => handleAt(world, params),
    words: stageWords,
    turn: turned,
    flat: { kind: 'plot', window: windowOf, equal: true, backdrop: { key: ballKey, paint: paintBall }, draw: FlatSphere },
  },
  carried: {
    kind: 'plot',
    when: ({ params }) => params.family === 'sgd',
    window: carriedWindow,
    equal: true,
    draw: CarriedPicture,
  },
  effective: {
    kind: 'plot',
    when: ({ params }) => params.chart === 'effective',
    window: effectiveWindow,
    x: stepAxis,
    y: { scale: 'log10', ticks: 4, grid: true },
    draw: Effective,
  },
  growth: {
    kind: 'plot',
    when: ({ params }) => params.chart === 'growth',
    window: growthWindow,
    x: stepAxis,
    y: { ticks: 4, grid: true },
    draw: Growth,
  },
  cosine: {
    kind: 'plot',
    when: ({ params }) => params.chart === 'cosine',
    window: cosineWindow,
    x: stepAxis,
    y: { ticks: [0, 0.5, 1], grid: true },
    draw: Cosine,
  },
  loss: { kind: 'plot', window: lossWindow, x: stepAxis, y: { scale: 'log10', ticks: 5, grid: true }, draw: Loss },
  slice: { kind: 'plot', window: sliceWindow, equal: true, draw: Slices },
})
