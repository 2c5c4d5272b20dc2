// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { cosine, rank } from './views/curves'
import { decay } from './views/decay'
import { links } from './views/links'
import { sphere } from './views/sphere'

export default defineViews<typeof demo>({ sphere, rank, cosine, decay, links })
