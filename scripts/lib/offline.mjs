// A demo of the build as one HTML file: its scripts, style and fonts stand in the file, and a map of imports leads from each script to the others.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { withModules } from './modules.mjs'
import { root } from './run.mjs'

/** Bytes of a demo's file, flat and with a view in 3D. */
const LIMITS = { flat: 1_000_000, solid: 2_500_000 }

const NAME = 'momentarium/'
/** Fonts of KaTeX beside the small files that the build cuts, and the TeX that needs them. */
const MATH_FONTS = [
  [/KaTeX_Size\d/, /./],
  [/KaTeX_AMS/, /amsrm|mathbb/],
  [/KaTeX_Main-Bold-/, /mathbf|boldsymbol/],
  [/KaTeX_Caligraphic-Regular/, /mathcal/],
]
const SMALL = /\/[0-9a-f]{12}-[\w-]+\.woff2/

const escapedText = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
/** A script within a page must not contain what ends it. */
const withinHtml = (script) => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

/** Files of the build: texts, and the modules in each. */
export function readBuild(dist) {
  const folder = join(dist, 'assets')
  const texts = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const modules = new Map()
  for (const file of readdirSync(join(dist, '.vite/modules'))) {
    const made = JSON.parse(readFileSync(join(dist, '.vite/modules', file), 'utf8'))
    for (const [chunk, inside] of Object.entries(made)) modules.set(basename(chunk), Object.keys(inside))
  }
  return { dist, texts, modules }
}

const QUOTED = /(["'`])\.\/([\w.$-]+\.js)\1/g
const importsOf = (text) => [...text.matchAll(QUOTED)].map(([, , file]) => file)

/** All scripts that the frame of a demo may need. `leaveOut(module)`: a module whose chunk is not wanted unless it is imported at once. */
function scriptsOf({ texts, modules }, entries, leaveOut) {
  const found = new Set()
  const visit = (file) => {
    const text = texts.get(file)
    if (found.has(file) || text === undefined) return
    found.add(file)
    const atOnce = new Set([...text.matchAll(/(?:from|import)\s*(["'`])\.\/([\w.$-]+\.js)\1/g)].map(([, , name]) => name))
    for (const name of importsOf(text)) if (atOnce.has(name) || !modules.get(name)?.some(leaveOut)) visit(name)
  }
  entries.forEach(visit)
  return [...found]
}

/** The style of the page, with the fonts that `wanted` by its address, as data. */
function styleOf(dist, html, tex) {
  const sheets = [...html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+\.css)"/g)].map(([, href]) =>
    readFileSync(join(dist, 'assets', basename(href)), 'utf8'),
  )
  const isWanted = (url) => SMALL.test(url) || MATH_FONTS.some(([font, sign]) => font.test(url) && sign.test(tex))
  return sheets
    .join('\n')
    .replace(/@font-face\s*\{[^}]*\}/g, (rule) => (isWanted(/url\(([^)]+)\)/.exec(rule)?.[1] ?? '') ? rule : ''))
    .replace(/url\(["']?(?!data:)([^)"']+\.woff2)["']?\)/g, (_, url) => {
      const bytes = readFileSync(join(dist, 'assets', basename(url)))
      return `url(data:font/woff2;base64,${bytes.toString('base64')})`
    })
}

/** Unpacks the scripts, gives each an address, and starts those of the page. */
const START = `(async()=>{const b=Uint8Array.from(atob(document.getElementById('modules').textContent),c=>c.charCodeAt(0));
const m=await new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream('gzip'))).json();const i={};
for(const n in m)i[n]=URL.createObjectURL(new Blob([m[n]],{type:'text/javascript'}));
const p=(t,c)=>document.body.append(Object.assign(document.createElement('script'),{type:t,textContent:c}));
p('importmap',JSON.stringify({imports:i}));p('module','ENTRIES')})()`

/**
 * The file of one demo. `demo`: its slug, title, summary, whether a parameter is a formula, whether a view is in 3D; `claims`: what the build
 * measured of it.
 */
function offlinePage(build, demo, claims) {
  const { dist, modules, texts } = build
  const page = readFileSync(join(dist, 'embed', demo.slug, 'index.html'), 'utf8')
  const own = [...modules].flatMap(([file, inside]) => (inside.some((id) => isOf(id, demo.slug)) ? [file] : []))
  const entries = [...page.matchAll(/<script type="module"[^>]*src="([^"]+)"/g)].map(([, src]) => basename(src))
  const leaveOut = (id) =>
    (/^demos\//.test(id) && !isOf(id, demo.slug)) ||
    (!demo.hasStage && id === 'src/views/stage3d.tsx') ||
    (!demo.hasFormula && id.startsWith('node_modules/mathjs/')) ||
    /^src\/registry\/(metas|worker)\.ts|README\.md/.test(id)
  const scripts = scriptsOf(build, [...entries, ...own.filter((file) => texts.has(file))], leaveOut)
  const tex = scripts
    .filter((file) => modules.get(file)?.some((id) => id.includes('?tex')))
    .map((file) => texts.get(file))
    .join('')
  // the style is in the page already: nothing is left to fetch before a script
  const named = (code) =>
    code.replace(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]').replace(QUOTED, (_, quote, name) => `${quote}${NAME}${name}${quote}`)
  const packed = gzipSync(JSON.stringify(Object.fromEntries(scripts.map((file) => [NAME + file, named(texts.get(file))]))), {
    level: 9,
  })
  const first = /<style>:root.*?<\/script>/s.exec(page)?.[0] ?? ''
  const start = START.replace('ENTRIES', entries.map((file) => `import "${NAME}${file}"`).join(';'))
  return `<!doctype html>
<html lang="en" data-slug="${demo.slug}" data-offline data-defaults="ui=full&amp;links=0">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="icon" href="data:," />
<title>${escapedText(demo.title)} · Momentarium</title>
<meta name="description" content="${escapedText(demo.summary)}" />
${first}
<style>${styleOf(dist, page, tex)}</style>
</head>
<body class="embed">
<div id="poster"><h1>${escapedText(demo.title)}</h1><p>${escapedText(demo.summary)}</p></div>
<div id="root"></div>
<script type="application/json" id="built-claims">${withinHtml(JSON.stringify(claims))}</script>
<script type="text/plain" id="modules">${packed.toString('base64')}</script>
<script>${start}</script>
</body>
</html>
`
}
const isOf = (id, slug) => id.startsWith(`demos/${slug}/`)

const styleFiles = (html) =>
  [...html.matchAll(/<link rel="stylesheet"[^>]*href="[^"]*\/(assets\/[^"]+\.css)"/g)].map(([, file]) => file)
const entriesIn = (html) => [...html.matchAll(/<script type="module"[^>]*src="[^"]*\/assets\/([^"]+)"/g)].map(([, file]) => file)
const ownChunks = ({ modules, texts }, slug) =>
  [...modules].flatMap(([file, inside]) => (texts.has(file) && inside.some((id) => isOf(id, slug)) ? [file] : []))
/** The fonts that a page without unusual letters loads. */
const fontFiles = (dist) =>
  readdirSync(join(dist, 'assets'))
    .filter((file) => SMALL.test(`/${file}`) || MATH_FONTS.some(([font]) => font.test(file)))
    .map((file) => `assets/${file}`)

/** All files of the site's own pages, from the folder of the build; demos are left out. */
export function siteFiles(build, pages) {
  const { dist, modules } = build
  const html = pages.map((page) => readFileSync(join(dist, page), 'utf8')).join('\n')
  const scripts = scriptsOf(
    build,
    [...new Set(entriesIn(html))],
    (id) => /^demos\//.test(id) || id.startsWith('node_modules/mathjs/'),
  )
  const styles = readdirSync(join(dist, 'assets'))
    .filter((file) => file.endsWith('.css'))
    .map((file) => `assets/${file}`)
  const isSite = (file) => !modules.get(file)?.some((id) => /^demos\//.test(id) && !/meta\.ts/.test(id))
  const others = ['embed/v1.js', 'embed/qr.js', 'icon.svg', 'manifest.webmanifest'].filter((file) => existsSync(join(dist, file)))
  return [...pages, ...scripts.filter(isSite).map((file) => `assets/${file}`), ...styles, ...fontFiles(dist), ...others]
}

/** All files that a demo's frame and page need, from the folder of the build. */
export function frameFiles(build, slug) {
  const { dist, texts } = build
  const html = readFileSync(join(dist, 'embed', slug, 'index.html'), 'utf8')
  const page = readFileSync(join(dist, 'd', slug, 'index.html'), 'utf8')
  const others = (id) => /^demos\//.test(id) && !isOf(id, slug)
  const scripts = scriptsOf(build, [...entriesIn(html), ...entriesIn(page), ...ownChunks(build, slug)], others)
  const workers = [...texts.keys()].filter((file) => /^worker-/.test(file))
  const pictures = ['poster.webp', 'dark/poster.webp', 'demo.json'].map((file) => `embed/${slug}/${file}`)
  return [
    `embed/${slug}/`,
    `d/${slug}/`,
    ...new Set([...scripts, ...workers].map((file) => `assets/${file}`)),
    ...styleFiles(html + page),
    ...fontFiles(dist),
    ...pictures.filter((file) => existsSync(join(dist, file))),
  ]
}

/** Whether a demo has a view in 3D. */
const hasStage = (slug) => existsSync(join(root, 'demos', slug, 'stage.tsx'))

/** Writes offline/SLUG.html for these demos, or all, into a build; resolves to their sizes in bytes and the most they may have. */
export async function writeOfflinePages(dist = join(root, 'dist'), asked = undefined) {
  const build = readBuild(dist)
  const claimsFile = join(dist, 'claims/claims.json')
  const reproduction = existsSync(claimsFile) ? JSON.parse(readFileSync(claimsFile, 'utf8')) : { date: '', demos: [] }
  mkdirSync(join(dist, 'offline'), { recursive: true })
  return withModules(async (load) => {
    const { slugs, loadDemo } = await load('/src/registry/demos.ts')
    const files = []
    for (const slug of asked ?? slugs()) {
      const { meta, params } = await loadDemo(slug)
      const hasFormula = Object.values(params).some(({ kind }) => kind === 'formula')
      const claims = { ...reproduction, demos: reproduction.demos.filter((one) => one.slug === slug) }
      const html = offlinePage(build, { ...meta, hasFormula, hasStage: hasStage(slug) }, claims)
      writeFileSync(join(dist, 'offline', `${slug}.html`), html)
      files.push({ slug, size: Buffer.byteLength(html), limit: hasStage(slug) ? LIMITS.solid : LIMITS.flat })
    }
    return files
  })
}
