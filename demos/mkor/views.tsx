// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { cost, inverse, loss } from './charts'
import type demo from './demo'
import { ellipses } from './ellipsesPicture'
import { matrices } from './matricesPicture'
import { rates } from './ratesPicture'
import { valley } from './valleyPicture'

export default defineViews<typeof demo>({ ellipses, valley, loss, inverse, matrices, rates, cost })
