// The project's TypeScript modules in Node, by the same configuration as the build's.
import { root } from './run.mjs'

/** Calls `use` with an importer of modules by their path from the root; what they import later works until `use` has ended. */
export async function withModules(use) {
  const { createServer } = await import('vite')
  const server = await createServer({
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
