// Writes the modules in each file of the build, for the size budget: one file in dist/.vite/modules/ for the app and for each worker.
import { relative } from 'node:path'
import type { Plugin } from 'vite'

/** File of the build → its modules, with the length of their code before it is minified. */
export type Modules = Record<string, Record<string, number>>

export function modules(): Plugin {
  let root = ''
  return {
    name: 'momentarium:modules',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const made: Modules = {}
      for (const { fileName, modules } of chunks) {
        const lengths = Object.entries(modules).map(([id, { renderedLength }]) => [shortName(id, root), renderedLength] as const)
        made[fileName] = Object.fromEntries(lengths)
      }
      const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? 'none'
      this.emitFile({ type: 'asset', fileName: `.vite/modules/${entry.replace(/\W+/g, '-')}.json`, source: JSON.stringify(made) })
    },
  }
}

/** Path from the project's root; virtual modules keep their names. */
const shortName = (id: string, root: string) =>
  id.startsWith('/') || /^\w:/.test(id) ? relative(root, id).replaceAll('\\', '/') : id
