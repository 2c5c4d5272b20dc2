// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { errors } from './views/errors'
import { path } from './views/path'
import { pictures } from './views/pictures'
import { plane } from './views/plane'
import { steps } from './views/steps'

export default defineViews<typeof demo>({ plane, path, errors, steps, pictures })
