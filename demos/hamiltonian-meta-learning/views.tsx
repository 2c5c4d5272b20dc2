// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { curves } from './views/curves'
import { energies } from './views/energies'
import { landscapes } from './views/landscapes'
import { orbits } from './views/orbits'
import { training } from './views/training'
import { tried } from './views/tried'

export default defineViews<typeof demo>({ landscapes, curves, orbits, energies, training, tried })
