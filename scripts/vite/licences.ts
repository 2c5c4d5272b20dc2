// /licences/: every package whose code or fonts ship, with its licence, read from the modules of the bundle.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { escaped } from './html.ts'

export interface Licensed {
  name: string
  version: string
  licence: string
  text: string
}

/** Names of the packages among module paths, sorted. */
export const packagesIn = (modules: readonly string[]): string[] =>
  [...new Set(modules.flatMap((path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))].sort()

export function licenceOf(root: string, name: string): Licensed {
  const folder = join(root, 'node_modules', name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
    license?: string
  }
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry))
  return { name, version, licence: license ?? 'see text', text: file ? readFileSync(join(folder, file), 'utf8') : '' }
}

export function licencesPage(packages: readonly Licensed[]): string {
  const entries = packages.map(
    ({ name, version, licence, text }) =>
      `<details><summary>${escaped(name)} ${escaped(version)} · ${escaped(licence)}</summary><pre>${escaped(text)}</pre></details>`,
  )
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="../icon.svg" type="image/svg+xml"><title>Licences · Momentarium</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'">
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}pre{white-space:pre-wrap;font-size:.8125rem}summary{cursor:pointer;padding:.25rem 0}</style></head>
<body><main><h1>Licences</h1><p>Momentarium is under the MIT licence. It contains, unchanged:</p>
${entries.join('\n')}
<p><a href="../">Back to the gallery</a></p></main></body></html>
`
}

/** Writes the page from the lists of modules that the build left in `dir`; `copied`: packages whose files are shipped unchanged. */
export function writeLicences(root: string, dir: string, copied: readonly string[]): void {
  const lists = join(dir, '.vite/modules')
  if (!existsSync(lists)) return
  const modules = readdirSync(lists).flatMap((file) =>
    Object.values(JSON.parse(readFileSync(join(lists, file), 'utf8')) as Record<string, object>).flatMap(Object.keys),
  )
  mkdirSync(join(dir, 'licences'), { recursive: true })
  writeFileSync(
    join(dir, 'licences/index.html'),
    licencesPage([...new Set([...packagesIn(modules), ...copied])].sort().map((name) => licenceOf(root, name))),
  )
}
