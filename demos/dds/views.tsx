// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { cameraOf, flattened, onFloor, turned } from './geometry'
import { wordsIn } from './space'
import { crowd, inner, misfit, quality } from './views/charts'
import { data } from './views/dataTables'
import { film } from './views/film'
import { flat } from './views/flatPlane'
import { error, off, signals } from './views/lineCharts'

export default defineViews<typeof demo>({
  film,
  data,
  quality,
  misfit,
  inner,
  crowd,
  plane: {
    kind: 'three',
    when: ({ params }) => params.tab === 'line',
    load: () => import('./stage'),
    camera: ({ params }) => cameraOf(params),
    place: (_name, at, { params }) => onFloor(at, params),
    at: (_name, world, { params }) => flattened(world, params),
    normal: () => [0, 1, 0],
    words: wordsIn,
    turn: (by, { params }) => ({ ...turned(by, params) }),
    flat,
  },
  off,
  error,
  signals,
})
