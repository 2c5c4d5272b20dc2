// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { bars } from './views/bars'
import { histogram } from './views/histogram'
import { picture } from './views/picture'
import { losses, progress } from './views/progress'
import { trade } from './views/trade'

export default defineViews<typeof demo>({ picture, histogram, trade, bars, progress, losses })
