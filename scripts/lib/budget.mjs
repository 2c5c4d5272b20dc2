// What a page loads before it can be used, read from the build's manifest, and the modules in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

/** Keys of the manifest for the scripts that a built page names. */
function entriesOf(manifest, html) {
  const keyOf = new Map(Object.entries(manifest).map(([key, { file }]) => [file, key]))
  const named = [...html.matchAll(/<script [^>]*src="\/([^"]+)"/g)].map(([, file]) => keyOf.get(file))
  if (named.length === 0 || named.includes(undefined)) throw new Error('a page names scripts that the build does not have')
  return named
}

/** Scripts of a page: its entries and the named dynamic imports, each with all its static imports. */
export function scriptsOf(manifest, { entries, dynamic }) {
  const files = new Set()
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`scripts/budget.json names ${key}, which the build does not have`)
    if (chunk.file.endsWith('.js')) files.add(chunk.file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const key of [...entries, ...dynamic]) visit(key)
  return [...files]
}

/** Whether a file holds only numbers that a demo has learned before: they are data, not script. */
const isNumbers = (inside = {}) =>
  Object.keys(inside).length > 0 && Object.keys(inside).every((id) => /\.f32$|\/trained\/weights\.ts$/.test(id))

/** What is wrong with a page of these scripts: sentences, the largest modules first. `sizes`: gzip, bytes. `numbers`: the limit for learned numbers. */
export function faultsOf(all, sizes, modules, { limit, forbidden, numbers = Number.POSITIVE_INFINITY }) {
  const files = all.filter((file) => !isNumbers(modules[file]))
  const data = all.reduce((sum, file) => sum + (isNumbers(modules[file]) ? sizes[file] : 0), 0)
  const parts = files.flatMap((file) => Object.entries(modules[file] ?? {}).map(([id, length]) => ({ id, length })))
  const faults = parts
    .filter(({ id, length }) => length > 0 && forbidden.some((name) => id.includes(name)))
    .map(({ id }) => `${id} must not be loaded before the page can be used`)
  const total = files.reduce((sum, file) => sum + sizes[file], 0)
  if (total > limit) {
    const largest = parts.sort((a, b) => b.length - a.length).slice(0, 12)
    const lines = largest.map(({ id, length }) => `  ${(length / 1000).toFixed(1).padStart(7)} kB  ${id}`)
    faults.push(`${kB(total)} of ${kB(limit)} (gzip); its largest modules, before minification:\n${lines.join('\n')}`)
  }
  if (data > numbers) faults.push(`${kB(data)} of ${kB(numbers)} (gzip) of learned numbers`)
  return { total, faults }
}

export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

const read = (path) => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))
/** Every demo's page and frame with its limit, and pages without a demo; a demo with a stage may be as large as three makes it. */
export function readBudgets() {
  const { pages, others, forbidden, forbidden2d, numbers } = read('scripts/budget.json')
  const slugs = readdirSync(`${root}/demos`).filter((slug) => existsSync(`${root}/demos/${slug}/meta.ts`))
  const ofDemos = slugs.flatMap((slug) => {
    const stage = `demos/${slug}/stage.tsx`
    const has3d = existsSync(`${root}/${stage}`)
    const own = ['demo.ts?loaders', 'demo.ts', 'views.tsx', 'demo.ts?tex'].map((name) => `demos/${slug}/${name}`)
    return pages.map(({ kind, folder, also, limit, limit3d }) => ({
      slug,
      kind,
      html: `dist/${folder}/${slug}/index.html`,
      limit: has3d ? limit3d : limit,
      dynamic: [...own, ...also, ...(has3d ? ['src/views/stage3d.tsx', stage] : [])],
      forbidden: has3d ? forbidden : [...forbidden, ...forbidden2d],
      numbers,
    }))
  })
  return [...ofDemos, ...others.map((other) => ({ slug: '', forbidden: [...forbidden, ...forbidden2d], ...other }))]
}
/** Single files that other people's pages load, with their sizes: [file, bytes, limit]. */
export const readFileBudgets = () =>
  Object.entries(read('scripts/budget.json').files).map(([file, limit]) => ({ file, size: gzipSize(file), limit }))
export const gzipSize = (file) => gzipSync(readFileSync(`${root}/dist/${file}`)).length

/** File of the build → its modules and their lengths, including those of the workers. */
function readModules() {
  const folder = 'dist/.vite/modules'
  return Object.assign({}, ...readdirSync(`${root}/${folder}`).map((name) => read(`${folder}/${name}`)))
}

/** Checks the build in dist/. `files`: the scripts that a browser loaded; by default those in the manifest. */
export function checkBuild(page, files = promisedScripts(page)) {
  const sizes = Object.fromEntries(files.map((file) => [file, gzipSize(file)]))
  return { files, sizes, ...faultsOf(files, sizes, readModules(), page) }
}

function promisedScripts({ html, dynamic }) {
  const manifest = read('dist/.vite/manifest.json')
  return scriptsOf(manifest, { entries: entriesOf(manifest, readFileSync(`${root}/${html}`, 'utf8')), dynamic })
}
