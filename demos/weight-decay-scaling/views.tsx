// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { bowl } from './views/bowl'
import { loss, rates } from './views/learning'
import { layers, tops } from './views/overWidths'
import { sizes } from './views/sizes'
import { spectra, spectrum } from './views/spectrum'

export default defineViews<typeof demo>({ sizes, bowl, spectrum, tops, layers, spectra, loss, rates })
