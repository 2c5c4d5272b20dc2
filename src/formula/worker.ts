// Compiles formulas in a worker, where a slow one can be stopped. The first message says that it is loaded.
import { answer } from './compile'

self.addEventListener('message', ({ data }: MessageEvent<{ text: string; variables: readonly string[] }>) => {
  self.postMessage(answer(data.text, data.variables))
})
self.postMessage('ready')
