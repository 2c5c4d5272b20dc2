// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { clouds } from './views/clouds'
import { flux } from './views/flux'
import { scales } from './views/scales'
import { spectrum } from './views/spectrum'

export default defineViews<typeof demo>({ spectrum, scales, clouds, flux })
