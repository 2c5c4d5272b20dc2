// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { flattened, unflattened } from './geometry'
import { planeOf } from './handles'
import { cameraOf, turned } from './space'
import { above } from './views/above'
import { flat } from './views/flatSpace'
import { gap } from './views/gap'
import { kernel } from './views/kernel'
import { radii } from './views/radii'
import { namesIn } from './views/spaceLooks'
import { strip } from './views/strip'
import { surprise } from './views/surprise'

export default defineViews<typeof demo>({
  space: {
    kind: 'three',
    when: ({ params }) => params.tab === 'plane',
    load: () => import('./stage'),
    camera: cameraOf,
    place: (name, at, { params }) => unflattened(at, planeOf(name, params), params),
    at: (_name, world, { params }) => flattened(world, params),
    normal: () => [0, 1, 0],
    words: namesIn,
    turn: turned,
    flat,
  },
  strip,
  above,
  gap,
  kernel,
  radii,
  surprise,
})
