// The sphere with the particles.
import { lookOf, seen } from '@/numerics/look'
import { Label } from '@/views'
import { sphereView } from '@/views/sphere'
import { flattened, liftedOf, type OnSphere } from '../geometry'
import { namesIn, picture } from './ball'
import type { Scene } from './looks'

export const sphere = sphereView<Scene>({
  picture,
  load: () => import('../stage'),
  words: namesIn,
  place: (name, at, { params }) => liftedOf(name as OnSphere, at, params),
  at: (_name, world, { params }) => flattened(world, params),
  draw(scene) {
    const look = lookOf(scene.params)
    return namesIn(scene).map(({ text, color, at, dx = 0, dy = 0 }) => {
      const [u, v] = seen(at, look)
      return (
        <Label key={text} at={[u, v]} dx={dx} dy={4 - dy} bold color={color}>
          {text}
        </Label>
      )
    })
  },
})
