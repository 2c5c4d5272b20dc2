// Builds packages/momentarium/dist: the command line for Node, with the one-file demos of dist/offline. After `npm run build`.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root, stop } from './lib/run.mjs'

const out = join(root, 'packages/momentarium/dist')
const demos = join(root, 'dist/offline')
if (!existsSync(demos)) stop('There are no one-file demos: npm run build')
rmSync(out, { recursive: true, force: true })
await build({
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['playwright-core'] },
  build: {
    ssr: join(root, 'packages/momentarium/src/main.ts'),
    outDir: out,
    target: 'node20',
    minify: false,
    manifest: false,
    rolldownOptions: {
      input: join(root, 'packages/momentarium/src/main.ts'),
      output: {
        entryFileNames: 'momentarium.mjs',
        chunkFileNames: 'parts/[name]-[hash].mjs',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
})
cpSync(demos, join(out, 'demos'), { recursive: true })
writeFileSync(join(out, 'demos/empty.html'), '<!doctype html><html lang="en"><title>Momentarium</title><body></body></html>\n')
