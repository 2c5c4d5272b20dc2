// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { learning, work } from './views/curves'
import { densities, energy } from './views/energy'
import { field, grown } from './views/field'
import { parts, shares } from './views/parts'
import { cloud, fates } from './views/sampling'

export default defineViews<typeof demo>({ field, work, learning, grown, cloud, fates, parts, shares, densities, energy })
