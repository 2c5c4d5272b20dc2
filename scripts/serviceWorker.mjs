// Writes dist/sw.js and dist/offline/files.json: the files that belong to the site's own pages, and those of each demo. After the build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { allDemos } from './lib/demos.mjs'
import { frameFiles, readBuild, siteFiles } from './lib/offline.mjs'
import { root } from './lib/run.mjs'

const made = readBuild()
const hash = (path) =>
  createHash('sha256')
    .update(readFileSync(join(made.dist, path)))
    .digest('hex')
    .slice(0, 16)
const tours = existsSync(join(made.dist, 't')) ? readdirSync(join(made.dist, 't')).map((slug) => `t/${slug}/index.html`) : []
const own = siteFiles(made, ['index.html', 'lecture/index.html', 'lecture/speaker/index.html', ...tours])
const demos = Object.fromEntries(allDemos().map((slug) => [slug, frameFiles(made, slug)]))
const files = own.map((path) => ({ url: path.replace(/(^|\/)index\.html$/, '$1') || './', revision: hash(path) }))
const version = createHash('sha256')
  .update(JSON.stringify([files, demos]))
  .digest('hex')
  .slice(0, 16)
mkdirSync(join(made.dist, 'offline'), { recursive: true })
writeFileSync(join(made.dist, 'offline/files.json'), JSON.stringify({ version, demos }))
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  define: { 'self.__FILES': JSON.stringify(files), 'process.env.NODE_ENV': '"production"', 'import.meta.env.BASE_URL': '"/"' },
  build: {
    outDir: made.dist,
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: join(root, 'src/serviceWorker/worker.ts'), formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
  },
})
console.log(`sw.js: ${files.length} files of the site, ${version}`)
