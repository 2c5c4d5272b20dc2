// A program for Node from the project's modules, with the plugins of a worker's bundle.
import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

/** Bundles the module at `entry` (path from the root) into `folder`, and resolves to its exports. The code is what browsers get, not what tests get. */
export async function bundled(entry, folder) {
  const { build, loadConfigFromFile } = await import('vite')
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, `${root}/vite.config.ts`, root, 'error')
  const { resolve, worker } = loaded.config
  const outDir = `${root}/.cache/${folder}`
  mkdirSync(outDir, { recursive: true })
  await build({
    root,
    configFile: false,
    resolve,
    plugins: worker.plugins(),
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      manifest: false,
      minify: false,
      rolldownOptions: { input: { main: `${root}/${entry}` }, output: { entryFileNames: '[name].mjs' } },
    },
  })
  return import(pathToFileURL(`${outDir}/main.mjs`).href)
}
