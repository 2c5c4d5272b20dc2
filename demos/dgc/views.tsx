// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { book } from './bookPicture'
import { delays, entry, loss } from './charts'
import type demo from './demo'
import { network } from './networkPicture'
import { rates } from './sweepPicture'

export default defineViews<typeof demo>({ loss, book, network, entry, delays, rates })
