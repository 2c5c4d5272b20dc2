// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { arrows } from './views/arrows'
import { beam } from './views/beam'
import { directions, excess, imbalance, losses } from './views/charts'
import { factors } from './views/factors'
import { memory } from './views/memory'
import { spectrum } from './views/spectrum'

export default defineViews<typeof demo>({ excess, beam, factors, imbalance, spectrum, directions, arrows, memory, losses })
