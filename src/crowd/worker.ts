// Entry of the crowd's worker.
import { serve, type Wish } from './serve'

const answer = serve(12, (found) => self.postMessage(found, { transfer: [found.x.buffer] }))
self.onmessage = ({ data }: MessageEvent<Wish>) => answer(data)
