// The project's TypeScript modules in Node, by the same configuration as the build's.
import { root } from './run.mjs'

/**
 * Calls `use` with an importer of modules by their path from the root; what they import later works until `use` has ended. `more`: further
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
