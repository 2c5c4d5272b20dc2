// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { flattened, liftedOf, type OnSphere } from './geometry'
import { cameraOf, turned } from './space'
import { flat, namesIn } from './views/flatSpace'
import { parts } from './views/parts'
import { plane } from './views/plane'
import { spectrum } from './views/spectrum'

export default defineViews<typeof demo>({
  space: {
    kind: 'three',
    when: ({ params }) => params.tab === 'space',
    load: () => import('./stage'),
    camera: cameraOf,
    place: (name, at, { params }) => liftedOf(name as OnSphere, at, params),
    at: (_name, world, { params }) => flattened(world, params),
    words: namesIn,
    turn: turned,
    flat,
  },
  plane,
  spectrum,
  parts,
})
