// What a page loads before it can be used, read from the build's manifest, and what that is made of.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

/** Scripts of the page: the entry and the named dynamic imports, each with all that it imports statically. */
export function scriptsOf(manifest, { entry, dynamic }) {
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
  for (const key of [entry, ...dynamic]) visit(key)
  return [...files]
}

/** What is wrong with a page of these scripts: sentences, the largest modules first. `sizes`: gzip, bytes. */
export function faultsOf(files, sizes, modules, { limit, forbidden }) {
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
  return { total, faults }
}

export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

const read = (path) => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))
/** Pages with a budget: `also` names what is loaded on demand beside demo, drawing and typeset texts. */
export function readBudgets() {
  const { entry, pages } = read('scripts/budget.json')
  const own = (slug) => ['demo.ts', 'views.tsx', 'demo.ts?tex'].map((name) => `demos/${slug}/${name}`)
  return pages.map((page) => ({ ...page, entry, dynamic: [...own(page.slug), ...page.also] }))
}
export const gzipSize = (file) => gzipSync(readFileSync(`${root}/dist/${file}`)).length

/** File of the build → its modules and their lengths, those of the workers too. */
function readModules() {
  const folder = 'dist/.vite/modules'
  return Object.assign({}, ...readdirSync(`${root}/${folder}`).map((name) => read(`${folder}/${name}`)))
}

/** Checks the build in dist/. `files`: the scripts that a browser loaded; by default those that the manifest promises. */
export function checkBuild(page, files = scriptsOf(read('dist/.vite/manifest.json'), page)) {
  const sizes = Object.fromEntries(files.map((file) => [file, gzipSize(file)]))
  return { files, sizes, ...faultsOf(files, sizes, readModules(), page) }
}
