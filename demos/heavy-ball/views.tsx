// The four pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { errors } from './errorsView'
import { map } from './mapView'
import { tuning } from './trialView'
import { valley } from './valleyView'

export default defineViews<typeof demo>({ valley, map, errors, tuning })
