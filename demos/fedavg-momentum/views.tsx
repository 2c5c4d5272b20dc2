// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { blobs, shares } from './blobsPicture'
import { error, excess } from './charts'
import type demo from './demo'
import { plane } from './planePicture'
import { sweep } from './sweepPicture'

export default defineViews<typeof demo>({ plane, error, sweep, blobs, excess, shares })
