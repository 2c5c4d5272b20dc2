// Types and names that several pictures share.
import type { SceneOf } from '@/contract'
import type demo from './demo'

export type Scene = SceneOf<typeof demo>
export const FSDP_DASH = '7 3'
