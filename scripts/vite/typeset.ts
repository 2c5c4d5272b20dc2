// `demos/x/demo.ts?tex`: HTML of all TeX in a demo's data, by source. `demos/x/README.md?html`: the sections of its text. They are queries on real
// files, so that `import.meta.glob` finds those of all demos and an edit of the file updates them.
import { readFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'
import type { AnyDemo, Schema } from '../../src/contract'
import { floats } from './floats.ts'
import { readme } from './readme.ts'
import { formulasOf, type Symbols, typesetAll } from './tex.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const alias = { '@': `${root}/src`, '~demos': `${root}/demos` }
const TEX = /\/demo\.ts\?tex$/
const README = /\/README\.md\?html$/

const symbolsOf = (params: Schema): Symbols =>
  Object.fromEntries(Object.entries(params).map(([name, { symbol }]) => [name, symbol]))

/** Runs a demo's module in Node, which the contract allows, and returns the files it imports. */
async function load(path: string) {
  const { module, dependencies } = await runnerImport<{ default: AnyDemo }>(path, {
    root,
    plugins: [floats()],
    resolve: { alias },
    logLevel: 'error',
  })
  return { demo: module.default, dependencies }
}

export function typesetting(): Plugin {
  return {
    name: 'momentarium:typesetting',
    enforce: 'pre',
    load: {
      filter: { id: [TEX, README] },
      async handler(id) {
        const path = id.split('?')[0] as string
        const folder = relative(root, dirname(path))
        try {
          if (README.test(id)) return asModule(readme(await readFile(path, 'utf8')))
          const { demo, dependencies } = await load(path)
          for (const file of dependencies) this.addWatchFile(file)
          return asModule(typesetAll(formulasOf(demo), symbolsOf(demo.params)))
        } catch (error) {
          this.error(`${folder}: ${README.test(id) ? 'README.md: ' : ''}${error instanceof Error ? error.message : error}`)
        }
      },
    },
  }
}

const asModule = (value: unknown) => ({ code: `export default ${JSON.stringify(value)}`, moduleType: 'js' as const })
