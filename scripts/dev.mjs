// npm run dev: install what is missing, then serve the sources; the page follows every edit.
import { install } from './lib/install.mjs'
import { freePort } from './lib/options.mjs'
import { root } from './lib/run.mjs'

await install()
const port = await freePort(5173, 'npm run dev')
const { createServer } = await import('vite')
const server = await createServer({ root, server: { host: '127.0.0.1', port, strictPort: true } })
await server.listen()
console.log(`\nMomentarium (development) is at http://localhost:${port} (Ctrl+C stops it)`)
