// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { cloud } from './views/cloud'
import { densities } from './views/densities'
import { apart, gaps } from './views/distances'
import { field, residual } from './views/heat'
import { bars, ends, squares } from './views/trained'

export default defineViews<typeof demo>({ densities, residual, gaps, apart, cloud, ends, field, bars, squares })
