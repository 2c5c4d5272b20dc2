// Serves a build as a static host would, with index.html for every address of the app.
import { root } from './run.mjs'

/** `port` 0: any free one. `dist`: the folder of the build. Listens on this machine only. */
export async function serve(port = 0, dist = 'dist') {
  const { preview } = await import('vite')
  const { NODE_ENV } = process.env
  const address = { host: '127.0.0.1', port, strictPort: port !== 0 }
  const server = await preview({ root, logLevel: 'warn', build: { outDir: dist }, preview: address })
  // vite sets this process to production; processes started later, such as Slidev's own server, must not be.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV
  return { url: `http://localhost:${server.httpServer.address().port}`, close: () => server.close() }
}
