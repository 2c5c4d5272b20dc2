// Entry of the worker: serves runs, maps and claims of every demo.
import { type Request, serve } from '@/engine'
import { loadDemo } from './demos'

const answer = serve(loadDemo, (reply) => self.postMessage(reply))
self.onmessage = (event: MessageEvent<Request>) => answer(event.data)
self.postMessage('ready')
