// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { chain } from './views/chain'
import { lattice } from './views/lattice'
import { loop } from './views/loop'
import { order } from './views/order'
import { potential } from './views/potential'
import { training } from './views/training'

export default defineViews<typeof demo>({ lattice, chain, potential, order, training, loop })
