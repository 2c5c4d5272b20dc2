// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { policies, rewards } from './views/bars'
import { gaps, off, outward, tilts } from './views/charts'
import { duels } from './views/duels'
import { triangle } from './views/triangle'

export default defineViews<typeof demo>({ triangle, policies, rewards, gaps, tilts, off, outward, duels })
