// The sphere in three dimensions: loaded only where there is WebGL.
import { SphereStage } from '@/views/sphereStage'
import { picture } from './views/ball'
import type { Scene } from './views/looks'

export default function Stage({ latest }: { latest(): Scene }) {
  return <SphereStage latest={latest} picture={picture} />
}
