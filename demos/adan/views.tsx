// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { heights, loss } from './charts'
import type demo from './demo'
import { networks } from './netPicture'
import { plane } from './planePicture'
import { trainings, window } from './sweepPictures'
import { build, twins } from './twinsPicture'

export default defineViews<typeof demo>({ plane, heights, window, build, twins, networks, loss, trainings })
