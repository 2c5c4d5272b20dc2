// A lecture as one file that needs no network: a slide fills the window, its demo runs in a frame that is made of the demo's own one file.
import type { Lecture, Slide } from './format'
import { escaped, toHtml } from './markdown'

/** The words of a slide's frame. */
function frameWords({ query = '' }: Slide): string {
  const words = new URLSearchParams(query)
  for (const [word, value] of Object.entries(words.has('step') ? { ui: 'player', show: 'player,stop' } : { ui: 'controls' }))
    words.set(word, value)
  words.set('links', '0')
  return String(words)
}

const sectionOf = (slide: Slide, index: number, demos: object) => {
  const { demo, title, text } = slide
  const frame =
    demo === undefined || !Object.hasOwn(demos, demo)
      ? ''
      : `\n<iframe title="${escaped(title || demo)}" data-demo="${demo}" data-query="${escaped(frameWords(slide))}"></iframe>`
  return `<section id="${index + 1}">\n${title ? `<h2>${escaped(title)}</h2>\n` : ''}${toHtml(text, 'mathml')}${frame}\n</section>`
}

/** Fills a frame when its slide comes near: not all demos at once. Keys turn the slides as in a deck. */
const SCRIPT = `const near = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue
    near.unobserve(target)
    const { demo, query } = target.dataset
    const html = JSON.parse(document.getElementById('demo-' + demo).textContent)
    target.srcdoc = html.replace('<html lang="en"', () => '<html lang="en" data-query="' + query.replaceAll('&', '&amp;').replaceAll('"', '&quot;') + '"')
  }
}, { rootMargin: '50%' })
for (const frame of document.querySelectorAll('iframe')) near.observe(frame)
const slides = [...document.querySelectorAll('section')]
addEventListener('keydown', (event) => {
  const way = { PageDown: 1, ArrowRight: 1, ArrowDown: 1, ' ': 1, PageUp: -1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!way) return
  const now = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > innerHeight / 2)
  slides[Math.min(Math.max(now + way, 0), slides.length - 1)]?.scrollIntoView()
  event.preventDefault()
})`

/** `demos`: the one file of each demo of the lecture, by slug. */
export function lectureFile({ title, slides }: Lecture, demos: Readonly<Record<string, string>>): string {
  const files = Object.entries(demos).map(
    ([slug, html]) =>
      `<script type="application/json" id="demo-${slug}">${JSON.stringify(html).replaceAll('<', '\\u003c')}</script>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<link rel="icon" href="data:," />
<title>${escaped(title)}</title>
<style>
html { scroll-snap-type: y mandatory; font: 1.125rem/1.5 system-ui, sans-serif; color: #17171d; background: #fff }
body { margin: 0 }
section { box-sizing: border-box; height: 100vh; padding: 1.5rem 2.5rem; display: flex; flex-direction: column; scroll-snap-align: start }
h2 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2 }
p { margin: 0 0 0.75rem }
iframe { flex: 1; min-height: 0; width: 100%; border: 0 }
</style>
</head>
<body>
${slides.map((slide, index) => sectionOf(slide, index, demos)).join('\n')}
${files.join('\n')}
<script>${SCRIPT}</script>
</body>
</html>
`
}
