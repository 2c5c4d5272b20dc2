// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { errors } from './views/errors'
import { kernel } from './views/kernel'
import { misses } from './views/misses'
import { plane } from './views/plane'
import { slice } from './views/slice'
import { strip } from './views/strip'

export default defineViews<typeof demo>({ strip, slice, kernel, errors, plane, misses })
