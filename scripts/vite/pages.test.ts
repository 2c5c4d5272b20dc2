import { expect, it } from 'vitest'
import { demoPage, embedPage, headOf, preloads } from './pages'

const meta = {
  slug: 'apg',
  title: 'Turn, don’t "stretch"',
  summary: 'A <b> & more.',
  lede: '',
  topics: ['diffusion'] as const,
  tags: [],
  paper: { title: '', authors: [], year: 2025, url: '' },
}
const place = { base: '/x/', meta }

it('names the demo to readers without scripts, escaped', () => {
  const head = headOf(place, 'd/apg/')
  expect(head).toContain('<title>Turn, don’t &quot;stretch&quot; · Momentarium</title>')
  expect(head).toContain('content="A &lt;b&gt; &amp; more."')
  expect(head).toContain('href="/x/oembed/apg.json"')
  expect(head).toContain("script-src 'self' http: https:") // until the script beside it names the host
  expect(head).not.toContain('frame-ancestors') // a page cannot set this itself
})

it('puts poster and title into the frame, and the title into the page', () => {
  const template =
    '<html lang="en"><head><title>M</title><!--head--></head><body><div id="poster"><!--poster--></div></body></html>'
  const frame = embedPage(template, place)
  expect(frame).toContain('data-slug="apg"')
  expect(frame).toMatch(
    /<div id="poster"><img [^>]*src="\/x\/embed\/apg\/poster\.webp"[^>]*><img [^>]*src="\/x\/embed\/apg\/dark\/poster\.webp"[^>]*><h1>Turn/,
  )
  expect(frame.match(/<title>/g)).toHaveLength(1)
  const page = demoPage('<html><head><title>M</title></head><body><div id="root"></div></body></html>', place)
  expect(page).toContain('<div id="root"><main class="demo loading">')
})

it('fetches the scripts of a demo beside those of the page, and of no other demo', () => {
  const chunk = (facadeModuleId: string | null, ...imports: string[]) => ({ type: 'chunk', facadeModuleId, imports })
  const bundle = {
    'assets/a.js': chunk('/x/demos/a/demo.ts', 'assets/shared.js', 'assets/page.js'),
    'assets/a-loaders.js': chunk('/x/demos/a/demo.ts?loaders'),
    'assets/a-tex.js': chunk('/x/demos/a/demo.ts?tex'),
    'assets/b.js': chunk('/x/demos/b/demo.ts', 'assets/only-b.js'),
    'assets/only-b.js': chunk(null),
    'assets/shared.js': chunk(null, 'assets/page.js'),
    'assets/page.js': chunk(null),
    'assets/route.js': chunk('/x/src/app/demoRoute.tsx', 'assets/shared.js'),
  }
  const links = preloads(bundle, '/x', 'demos/a', '/', '<script src="/assets/page.js"></script>')
  expect([...links.matchAll(/href="(.*?)"/g)].map(([, href]) => href)).toEqual([
    '/assets/a.js',
    '/assets/shared.js',
    '/assets/a-loaders.js',
    '/assets/a-tex.js',
    '/assets/route.js',
  ])
})
