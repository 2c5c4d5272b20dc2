// The project's TypeScript modules in Node, with the build's configuration.
import { root } from './run.mjs'

/**
 * Calls `use` with an importer of modules by their path from the root; later imports by these modules work until `use` has ended. `more`: further
 * configuration.
 */
export async function withModules(use, more = {}) {
  const { createServer } = await import('vite')
  const server = await createServer({
    ...more,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    return await use((path) => server.ssrLoadModule(path))
  } finally {
    await server.close()
  }
}
