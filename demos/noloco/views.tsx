// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { loss, spread, waiting } from './charts'
import type demo from './demo'
import { map } from './mapPicture'
import { netLoss, netSpread } from './networkPictures'
import { plane } from './planePicture'
import { ring } from './ringPicture'

export default defineViews<typeof demo>({ plane, ring, map, spread, waiting, loss, netLoss, netSpread })
