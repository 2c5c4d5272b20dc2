// Which way imports point, and what no file may contain. It works on texts, so that a test can plant a fault.
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** Path from the root → text. */
export type Files = ReadonlyMap<string, string>
interface Import {
  from: string
  isType: boolean
  /** What is imported: a name, `default` or `*`. */
  names: string[]
}
interface Source {
  imports: Import[]
  /** The text with its comments blanked. */
  code: string
}

const UNDER_PLAYER = [
  'contract',
  'numerics',
  'format',
  'origin',
  'qr',
  'arxiv',
  'paper',
  'formula',
  'engine',
  'messages',
  'views',
  'session',
  'controls',
  'registry',
]
/** Layer → the layers that it may import besides itself. Files directly in src/ are layers of their own. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  memoized: [],
  numerics: [],
  domains: ['numerics'],
  contract: [],
  format: [],
  origin: [],
  qr: [],
  messages: ['contract', 'format'],
  arxiv: [],
  paper: ['messages'],
  formula: ['contract', 'numerics', 'messages', 'origin'],
  engine: ['contract', 'numerics', 'formula'],
  crowd: ['contract', 'domains', 'origin'], // very many points, computed beside the run
  views: ['contract', 'numerics', 'format', 'messages', 'crowd'],
  session: ['contract', 'numerics', 'format', 'formula', 'engine', 'messages', 'views'],
  controls: ['contract', 'numerics', 'format', 'formula', 'engine', 'messages', 'views', 'session'],
  registry: ['contract', 'lecture', 'engine', 'formula', 'origin', 'demo', 'drawing', 'meta'],
  export: ['contract', 'engine', 'session', 'qr', 'paper', 'embed'], // files of what is on screen; of embed its types
  serviceWorker: [], // what is kept for where there is no network
  lecture: ['messages'], // what a lecture is, and where it is kept
  player: [...UNDER_PLAYER, 'export', 'lecture'],
  lecturePages: [...UNDER_PLAYER, 'export', 'serviceWorker', 'lecture', 'player', 'host', 'styles'], // of the host its types only: frames are its own script's
  gallery: ['contract', 'arxiv', 'paper', 'format', 'engine', 'messages', 'views', 'session', 'controls', 'registry'],
  parts: ['contract', 'numerics', 'views', 'styles'], // a page of the dev server
  app: [...UNDER_PLAYER, 'askAgain', 'serviceWorker', 'player', 'gallery', 'lecturePages', 'embed', 'styles'],
  embed: [...UNDER_PLAYER, 'askAgain', 'export', 'player', 'styles'],
  host: ['embed', 'qr'], // runs in other people's pages: types only, which the budget checks
  styles: [],
  askAgain: [],
  // the files of a demo
  meta: ['contract'],
  model: ['contract', 'memoized', 'numerics', 'domains'],
  demo: ['contract', 'memoized', 'numerics', 'domains', 'model', 'meta'],
  drawing: ['contract', 'memoized', 'numerics', 'domains', 'format', 'views', 'model', 'demo', 'meta'],
}
/** Layers that a worker or Node loads: no React, three or DOM. */
const PLAIN = new Set([
  'numerics',
  'domains',
  'contract',
  'format',
  'origin',
  'messages',
  'formula',
  'engine',
  'meta',
  'model',
  'demo',
])
const RUNS_ANYWHERE = new Set(['d3'])
const EXTRA: Readonly<Record<string, readonly string[]>> = { formula: ['mathjs'], numerics: ['ml-matrix'], engine: ['klona'] }

const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path)
const withoutExtension = (path: string) => path.replace(/\.(tsx?|json)$/, '')
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

function read(path: string, text: string): Source {
  const { module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  let code = text
  for (const { start, end } of comments) code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end)
  const imports = [
    ...module.staticImports,
    ...module.staticExports.flatMap(({ entries }) => entries.map((entry) => ({ ...entry, entries: [entry] }))),
  ]
    .filter((found) => found.moduleRequest)
    .map(
      ({ moduleRequest, entries }): Import => ({
        from: moduleRequest?.value ?? '',
        isType: entries.length > 0 && entries.every((entry) => entry.isType),
        names: entries.map(({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*')),
      }),
    )
  for (const { moduleRequest } of module.dynamicImports) {
    const from = /^['"`]([^'"`]*)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1]
    if (from) imports.push({ from, isType: false, names: [] })
  }
  return { imports, code }
}

/** Path from the root of an import of our own files, without extension; null for packages. */
function target(path: string, from: string): string | null {
  if (from.startsWith('@/')) return withoutExtension(`src/${from.slice(2)}`)
  if (from.startsWith('~demos/')) return withoutExtension(`demos/${from.slice(7)}`)
  if (from.startsWith('.')) return withoutExtension(posix.join(posix.dirname(path), from))
  return null
}

/** Files of a demo that its model and its data reach; the others draw. */
function plainFiles(sources: ReadonlyMap<string, Source>): Set<string> {
  const byName = new Map([...sources.keys()].map((path) => [withoutExtension(path), path]))
  const reached = new Set<string>()
  const visit = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { from, isType } of sources.get(path)?.imports ?? []) {
      const next = byName.get(target(path, from) ?? '')
      if (!isType && next?.startsWith('demos/')) visit(next)
    }
  }
  for (const path of sources.keys()) if (/^demos\/[^/]+\/(model|demo|meta)\.ts$/.test(path)) visit(path)
  return reached
}

function layerOf(name: string, plain: ReadonlySet<string>): string {
  const [top, first = '', ...rest] = name.split('/')
  if (top === 'src') return first
  if (rest[0] === 'meta' || rest[0] === 'demo') return rest[0]
  return plain.has(name) ? 'model' : 'drawing'
}

/** What no file may contain, except in comments; `plain`: only in files that a worker or Node loads. */
const FORBIDDEN: readonly { what: RegExp; why: string; plain?: boolean }[] = [
  { what: /\bMath\.random\b/, why: 'uses Math.random: draw from a seeded stream' },
  { what: /(?<![.\w])eval\(/, why: 'uses eval' },
  { what: /\bnew Function\b/, why: 'uses new Function' },
  { what: /\bDate\.now\b|\bperformance\.now\b|\bnew Date\b/, why: 'reads a clock', plain: true },
]
const CLOCKS = new Set(['engine']) // it shares time between a run and the page; a result never depends on it

/** One sentence for each file that imports upwards or contains something forbidden. */
export function faults(files: Files): string[] {
  const sources = new Map([...files].filter(([path]) => !isTest(path)).map(([path, text]) => [path, read(path, text)]))
  const plain = new Set([...plainFiles(sources)].map(withoutExtension))
  const found: string[] = []
  for (const [path, { imports, code }] of sources) {
    const layer = layerOf(withoutExtension(path), plain)
    const below = BELOW[layer]
    if (!below) {
      found.push(`${path}: ${layer} is no layer (tests/support/imports.ts lists them)`)
      continue
    }
    for (const { what, why, plain: onlyPlain } of FORBIDDEN) {
      if (what.test(code) && (!onlyPlain || (PLAIN.has(layer) && !CLOCKS.has(layer)))) found.push(`${path} ${why}`)
    }
    if (path.startsWith('src/') && layer !== 'registry' && /['"`](~demos|[./]*\/demos\/)/.test(code)) {
      found.push(`${path} mentions demos/: only src/registry does`)
    }
    for (const { from, isType, names } of imports) {
      if (from.endsWith('.f32')) continue // numbers, which any layer may hold
      const to = target(path, from)
      if (to === null) found.push(...packageFaults(path, layer, from, isType, names))
      else if (to.startsWith('demos/') && path.startsWith('demos/') && to.split('/')[1] !== path.split('/')[1]) {
        found.push(`${path} imports ${from}: demos do not import each other; what two need moves to src/domains`)
      } else if (layer === 'registry' || !(path.startsWith('src/') && to.startsWith('demos/'))) {
        const other = layerOf(to, plain)
        if (other !== layer && !below.includes(other)) found.push(`${path} imports ${from}: ${layer} may not import ${other}`)
      }
    }
  }
  return found
}

function packageFaults(path: string, layer: string, from: string, isType: boolean, names: readonly string[]): string[] {
  const name = packageOf(from)
  const found: string[] = []
  const must = (rule: boolean, why: string) => rule || found.push(`${path} imports ${from}: ${why}`)
  must(name !== 'zod' || from === 'zod/mini', 'only zod/mini is small')
  must(name !== 'd3' || !(names.includes('*') || names.includes('default')), 'd3 by its names only')
  const allowed = RUNS_ANYWHERE.has(name) || EXTRA[layer]?.includes(name) || (isType && name === 'react' && layer === 'contract')
  must(!PLAIN.has(layer) || allowed === true, `${layer} runs in workers and in Node, without this package`)
  return found
}
