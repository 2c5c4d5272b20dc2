import type { SceneOf } from '@/contract'
import type demo from '../demo'

export type Scene = SceneOf<typeof demo>
