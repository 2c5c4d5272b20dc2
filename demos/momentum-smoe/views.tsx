// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { changes, load, settled, slopes } from './charts'
import type demo from './demo'
import { line, rest } from './noisePictures'
import { plane } from './planePicture'
import { attacked, learning } from './trainingPictures'
import { triangle } from './trianglePicture'

export default defineViews<typeof demo>({ plane, triangle, settled, slopes, load, changes, rest, line, learning, attacked })
