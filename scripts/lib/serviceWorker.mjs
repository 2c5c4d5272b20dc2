// The service worker of a build, and the list of files that belong to each demo.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { allDemos } from './demos.mjs'
import { frameFiles, readBuild, siteFiles } from './offline.mjs'
import { root } from './run.mjs'

const shortHash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16)

/** Writes sw.js, which keeps the files of the site's own pages, and offline/files.json, the files of each demo, into a build. */
export async function writeServiceWorker(dist = join(root, 'dist'), base = '/') {
  const made = readBuild(dist)
  const tours = existsSync(join(dist, 't')) ? readdirSync(join(dist, 't')).map((slug) => `t/${slug}/index.html`) : []
  const own = siteFiles(made, ['index.html', 'lecture/index.html', 'lecture/speaker/index.html', ...tours])
  const demos = Object.fromEntries(allDemos().map((slug) => [slug, frameFiles(made, slug)]))
  const files = own.map((path) => ({
    url: path.replace(/(^|\/)index\.html$/, '$1') || './',
    revision: shortHash(readFileSync(join(dist, path))),
  }))
  mkdirSync(join(dist, 'offline'), { recursive: true })
  const version = shortHash(JSON.stringify([files, demos]))
  writeFileSync(join(dist, 'offline/files.json'), JSON.stringify({ version, demos }))
  files.push({ url: 'offline/files.json', revision: version }) // the list that a page reads is of its own build
  await build({
    configFile: false,
    root,
    base,
    logLevel: 'warn',
    publicDir: false,
    define: { 'self.__FILES': JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(root, 'src/serviceWorker/worker.ts'), formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
    },
  })
}
