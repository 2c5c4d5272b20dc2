// Static pages of every demo: /embed/SLUG/ and /d/SLUG/ with title, sentence, picture and policy in the HTML, so that any static host
// serves them and the first paint needs no script; /embed/SLUG/demo.json for hosts, /oembed/SLUG.json, /embed/schema.json and v1.d.ts, _headers; for
// programs that write links /schema/SLUG.json, llms.txt and, where the site's address is known, sitemap.xml.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { arxivId } from '../../src/arxiv.ts'
import type { AnyDemo, AnyStop, Meta } from '../../src/contract'
import type { Tour, TourMeta } from '../../src/lecture/tour'
import { messages } from '../../src/messages.ts'
import { FROM_DISK, hashOf, headerRules, NARROW, policy, sendHeaders } from '../lib/headers.mjs'
import { withModules } from '../lib/modules.mjs'
import { firstHash, firstLook } from './first.ts'
import { escaped } from './html.ts'
import { writeLicences } from './licences.ts'

const TEMPLATE = 'src/embed/index.html'
/** Where the site will stand, without a slash at the end: previews and oEmbed need whole addresses. */
const SITE = (process.env.MOMENTARIUM_URL ?? '').replace(/\/$/, '')
/** reveal.js, for the decks that lectures are saved as: they need nothing but this site. */
const DECK = ['reset.css', 'reveal.css', 'theme/white.css', 'reveal.mjs', 'plugin/notes.mjs']
const [WIDTH, HEIGHT] = [960, 600] // of a frame, where the host does not say

/** The scripts that stand within our pages. */
const SCRIPTS = [hashOf(NARROW), hashOf(FROM_DISK), firstHash]

/** The policy in the page itself, for hosts that send no headers; it cannot name who may frame the page. */
const policyTags = `<meta http-equiv="Content-Security-Policy" content="${policy(SCRIPTS, null)}" /><script>${NARROW}</script><script>${FROM_DISK}</script>${firstLook}`

const withDiskNote = (html: string) =>
  html.replace(/<body[^>]*>/, (tag) => `${tag}\n    <p id="from-disk" hidden>${escaped(messages.fromDisk)}</p>`)

interface Place {
  base: string
  meta: Meta
}

/** What previews and search engines read of a page. `poster`: slug of the demo whose picture stands for it. */
interface Card {
  title: string
  summary: string
  poster: string
}

/** `path`, `oembed`: from the site's root. */
function cardTags(base: string, { title, summary, poster }: Card, path: string, shown: string, oembed: string): string[] {
  const properties = {
    'og:type': 'website',
    'og:site_name': 'Momentarium',
    'og:title': title,
    'og:description': summary,
    'og:image': `${SITE}${base}embed/${poster}/poster.webp`,
    'og:image:alt': summary,
    'og:url': `${SITE}${base}${shown}`,
  }
  return [
    policyTags,
    `<title>${escaped(title)} · Momentarium</title>`,
    `<meta name="description" content="${escaped(summary)}" />`,
    `<link rel="canonical" href="${SITE}${base}${path}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${SITE}${base}${oembed}" title="${escaped(title)}" />`,
    '<meta name="twitter:card" content="summary_large_image" />',
    ...Object.entries(properties).map(([name, text]) => `<meta property="${name}" content="${escaped(text)}" />`),
  ]
}

export function headOf({ base, meta }: Place, path: string): string {
  const { slug, title, summary, paper } = meta
  return [
    ...cardTags(base, { title, summary, poster: slug }, path, `d/${slug}/`, `oembed/${slug}.json`),
    ...citation(paper).map(([name, text]) => `<meta name="citation_${name}" content="${escaped(text)}" />`),
  ].join('\n    ')
}

/** The paper, as libraries and reference managers read it (Highwire Press tags). */
function citation({ title, authors, year, venue, url }: Meta['paper']): [name: string, text: string][] {
  const arxiv = arxivId(url)
  return [
    ['title', title],
    ...authors.map((author): [string, string] => ['author', author]),
    ['publication_date', String(year)],
    ...(venue ? [['conference_title', venue] as [string, string]] : []),
    ...(arxiv ? [['arxiv_id', arxiv] as [string, string]] : []),
    ['public_url', url],
  ]
}

const withoutTitle = (html: string) => html.replace(/\s*<title>.*?<\/title>/, '').replace(/\s*<meta name="description"[^>]*>/, '')

export function embedPage(html: string, { base, meta }: Place): string {
  const poster = (theme: string, file: string) =>
    `<img class="${theme}" src="${base}embed/${meta.slug}/${file}" alt="" width="640" height="400" loading="lazy" />`
  const picture = poster('light', 'poster.webp') + poster('dark', 'dark/poster.webp')
  return withDiskNote(withoutTitle(html))
    .replace('<html lang="en">', `<html lang="en" data-slug="${meta.slug}">`)
    .replace('<!--head-->', headOf({ base, meta }, `embed/${meta.slug}/`))
    .replace('<!--poster-->', `${picture}<h1>${escaped(meta.title)}</h1><p>${escaped(meta.summary)}</p>`)
}

/** The page of the app with what it says before its scripts run. */
const appPage = (html: string, head: string, title: string, lede: string) =>
  withDiskNote(withoutTitle(html))
    .replace('</head>', `  ${head}\n  </head>`)
    .replace(
      '<div id="root"></div>',
      `<div id="root"><main class="demo loading"><div class="headline"><h1>${escaped(title)}</h1><p class="lede">${escaped(lede)}</p></div></main></div>`,
    )

export const demoPage = (html: string, { base, meta }: Place): string =>
  appPage(html, headOf({ base, meta }, `d/${meta.slug}/`), meta.title, meta.summary)

interface BuiltTour {
  meta: TourMeta
  tour: Tour
}
const posterOf = ({ tour }: BuiltTour) => tour.slides.find(({ demo }) => demo !== undefined)?.demo ?? ''

export function tourPage(html: string, base: string, built: BuiltTour): string {
  const { slug, title, summary } = built.meta
  const path = `t/${slug}/`
  const head = cardTags(base, { title, summary, poster: posterOf(built) }, path, path, `oembed/t/${slug}.json`)
  return appPage(html, head.join('\n    '), title, summary)
}

/** A tour is no frame for other pages, but a link with a picture. */
export const oembedOfTour = (base: string, built: BuiltTour) => ({
  version: '1.0',
  type: 'link',
  provider_name: 'Momentarium',
  title: built.meta.title,
  url: `${SITE}${base}t/${built.meta.slug}/`,
  thumbnail_url: `${SITE}${base}embed/${posterOf(built)}/poster.webp`,
  thumbnail_width: 640,
  thumbnail_height: 400,
})

/** What is said in each phase of a stop; words that hold values or formulas are the running demo's to say. */
function wordsOf({ text, predict, do: deed, see, why }: AnyStop) {
  const plain = (...words: (string | undefined)[]) => words.filter((word) => word !== undefined && !/[{$]/.test(word))
  return { scene: plain(text, predict?.ask), deed: plain(deed.say), answer: plain(see, why) }
}

type Bundle = Readonly<Record<string, { type: string; facadeModuleId?: string | null; imports?: readonly string[] }>>
const OPENING = ['demo.ts?loaders', 'meta.ts', 'demo.ts', 'views.tsx', 'demo.ts?tex']
/** What the page of any demo loads when it opens. */
const ROUTE = 'src/app/demoRoute.tsx'

/** Links that fetch the scripts of a demo, `demos/SLUG`, beside those of the page `html`, which has its own. */
export function preloads(bundle: Bundle, root: string, folder: string, base: string, html: string): string {
  const wanted = [...OPENING.map((name) => join(root, folder, name)), join(root, ROUTE)]
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file) || bundle[file]?.type !== 'chunk') return
    found.add(file)
    bundle[file].imports?.forEach(visit)
  }
  for (const [file, { facadeModuleId }] of Object.entries(bundle))
    if (facadeModuleId && wanted.includes(facadeModuleId)) visit(file)
  return [...found]
    .filter((file) => !html.includes(file))
    .map((file) => `<link rel="modulepreload" crossorigin href="${base}${file}" />`)
    .join('\n    ')
}

/** What a host page must know of a demo before it runs; paths from the folder of this file. */
export const cardOf = ({ meta, lecture }: AnyDemo) => ({
  slug: meta.slug,
  title: meta.title,
  summary: meta.summary,
  version: meta.version ?? 1,
  poster: 'poster.webp',
  ratio: WIDTH / HEIGHT,
  minWidth: 280,
  steps: lecture.map((stop) => ({ id: stop.id, title: stop.title, words: wordsOf(stop) })),
})

const oembedOf = ({ base, meta }: Place) => {
  const frame = `${SITE}${base}embed/${meta.slug}/`
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Momentarium',
    title: meta.title,
    width: WIDTH,
    height: HEIGHT,
    thumbnail_url: `${frame}poster.webp`,
    thumbnail_width: 640,
    thumbnail_height: 400,
    html: `<iframe src="${frame}" width="${WIDTH}" height="${HEIGHT}" title="${escaped(meta.title)}" sandbox="allow-scripts allow-downloads" allow="fullscreen" referrerpolicy="no-referrer" loading="lazy" style="border:0"></iframe>`,
  }
}

/** For hosts that read a file of headers; docs/hosting.md has the same for others. */
const headerFile = (base: string) =>
  Object.entries(headerRules(base, SCRIPTS))
    .map(([path, headers]) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n')

/** All demos, the protocol's schema and its typings, by the project's own modules. */
const readProject = (
  root: string,
): Promise<{
  demos: AnyDemo[]
  tours: BuiltTour[]
  schema: object
  types: string
  linking: typeof import('../../src/embed/linkSchema')
}> =>
  withModules(async (load) => {
    const { slugs, loadDemo } = await load<{ slugs(): string[]; loadDemo(slug: string): Promise<AnyDemo> }>(
      '/src/registry/demos.ts',
    )
    const { jsonSchema } = await load<typeof import('../../src/embed/schema')>('/src/embed/schema.ts')
    const { typings } = await load<typeof import('../../src/embed/reference')>('/src/embed/reference.ts')
    const schema = jsonSchema()
    const types = typings(schema, readFileSync(join(root, 'src/host/types.ts'), 'utf8'))
    const linking = await load<typeof import('../../src/embed/linkSchema')>('/src/embed/linkSchema.ts')
    const { tourMetas, loadTour } = await load<typeof import('../../src/registry/tours')>('/src/registry/tours.ts')
    const tours = await Promise.all(tourMetas.map(async (meta) => ({ meta, tour: await loadTour(meta.slug) })))
    return { demos: await Promise.all(slugs().map(loadDemo)), tours, schema, types, linking }
  })

export function pages(): Plugin {
  let [root, base] = ['', '/']
  return {
    name: 'momentarium:pages',
    configResolved(config) {
      ;({ root, base } = config)
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const serve = async (html: string) => {
          response.setHeader('content-type', 'text/html')
          response.end(await server.transformIndexHtml(request.url ?? '', html))
        }
        if (request.url === '/parts/') return serve(readFileSync(join(root, 'src/parts/index.html'), 'utf8'))
        const slug = /^\/embed\/([a-z0-9-]+)\/(\?|$)/.exec(request.url ?? '')?.[1]
        if (slug === undefined || !existsSync(join(root, 'demos', slug))) return next()
        const html = readFileSync(join(root, TEMPLATE), 'utf8').replace(
          '<html lang="en">',
          `<html lang="en" data-slug="${slug}">`,
        )
        return serve(html)
      })
    },
    configurePreviewServer(server) {
      server.middlewares.use(sendHeaders(base, SCRIPTS))
    },
    async writeBundle({ dir = '' }, bundle) {
      const built = join(dir, TEMPLATE)
      if (!existsSync(built)) return // a worker's bundle
      const write = (path: string, text: string) => {
        const file = join(dir, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
      const [frame, app] = [built, join(dir, 'index.html')].map((path) => readFileSync(path, 'utf8')) as [string, string]
      const { demos, tours, schema, types, linking } = await readProject(root)
      const site = `${SITE}${base}`
      for (const demo of demos) {
        const { meta } = demo
        const place = { base, meta }
        const page = demoPage(app, place)
        const links = preloads(bundle, root, join('demos', meta.slug), base, page)
        write(`embed/${meta.slug}/index.html`, embedPage(frame, place)) // may wait for a press, and fetches nothing until then
        write(`d/${meta.slug}/index.html`, page.replace('</head>', `  ${links}\n  </head>`))
        write(`embed/${meta.slug}/demo.json`, JSON.stringify(cardOf(demo)))
        write(`oembed/${meta.slug}.json`, JSON.stringify(oembedOf(place)))
        write(`schema/${meta.slug}.json`, JSON.stringify(linking.linkSchema(demo, site), null, 1))
        mkdirSync(join(dir, `embed/${meta.slug}/dark`))
        for (const [theme, file] of [
          ['light', 'poster.webp'],
          ['dark', 'dark/poster.webp'],
        ] as const) {
          const thumbnail = join(root, `public/thumbnails/${meta.slug}-${theme}.webp`)
          if (existsSync(thumbnail)) copyFileSync(thumbnail, join(dir, `embed/${meta.slug}/${file}`))
        }
      }
      for (const tour of tours) {
        write(`t/${tour.meta.slug}/index.html`, tourPage(app, base, tour))
        write(`oembed/t/${tour.meta.slug}.json`, JSON.stringify(oembedOfTour(base, tour)))
      }
      const plain = withDiskNote(app).replace('<title>', `${policyTags}\n    <title>`)
      for (const path of ['', 'lecture/', 'lecture/speaker/']) write(`${path}index.html`, plain)
      for (const file of DECK) {
        mkdirSync(dirname(join(dir, 'embed/deck', file)), { recursive: true })
        copyFileSync(join(root, 'node_modules/reveal.js/dist', file), join(dir, 'embed/deck', file))
      }
      write('embed/schema.json', JSON.stringify(schema, null, 1))
      write('embed/v1.d.ts', types)
      const metas = demos.map(({ meta }) => meta)
      write(
        'llms.txt',
        linking.llmsText(
          metas,
          tours.map(({ meta }) => meta),
          site,
        ),
      )
      if (SITE)
        write(
          'sitemap.xml',
          linking.siteMap(
            ['', 'claims/', ...metas.map(({ slug }) => `d/${slug}/`), ...tours.map(({ meta }) => `t/${meta.slug}/`)],
            site,
          ),
        )
      write('_headers', `${headerFile(base)}\n`)
      writeLicences(root, dir, ['reveal.js'])
      rmSync(join(dir, 'src'), { recursive: true })
    },
  }
}
