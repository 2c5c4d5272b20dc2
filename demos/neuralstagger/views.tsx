// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { deal } from './dealPicture'
import type demo from './demo'
import { error } from './errorPicture'
import { kernels } from './kernelPicture'
import { law } from './lawPicture'
import { spectrum } from './spectrumPicture'
import { factor, loss } from './trainCharts'

export default defineViews<typeof demo>({ deal, error, spectrum, law, kernels, loss, factor })
