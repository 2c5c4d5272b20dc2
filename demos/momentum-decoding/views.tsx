// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import { growth, toll } from './charts'
import { choice } from './choicePicture'
import type demo from './demo'
import { graph } from './graphPicture'
import { matrix } from './matrixPicture'
import { text } from './textPicture'

export default defineViews<typeof demo>({ graph, choice, toll, text, growth, matrix })
