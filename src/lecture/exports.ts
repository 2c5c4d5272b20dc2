// A lecture for other programs: a reveal.js deck, a Slidev deck, a page. All of them run the demos of this site.
import type { Lecture, Slide } from './format'
import { escaped, toHtml } from './markdown'
import { sceneOf } from './positions'

/** `site`: address without a slash at the end. */
export type Exporter = (lecture: Lecture, site: string) => string

const pageOf = ({ demo, query }: Slide, site: string) => `${site}/d/${demo}/${query ? `?${query}` : ''}`

/** The element for a state; `more`: further attributes. */
function element(slide: Slide, site: string, more = ''): string {
  const { demo, query, title } = slide
  return `<momentarium-demo demo="${demo}"${query ? ` query="${escaped(query)}"` : ''}${more}><a href="${escaped(pageOf(slide, site))}">${escaped(title || pageOf(slide, site))}</a></momentarium-demo>`
}
const heading = ({ title }: Slide) => (title ? `<h2>${escaped(title)}</h2>\n` : '')

export const revealDeck: Exporter = ({ title, slides }, site) => {
  const section = (slide: Slide) => {
    const step = sceneOf(slide)
    const steps = step === null ? '' : ` data-steps="${step},${step}:deed,${step}:answer" ui="player"`
    const demo = slide.demo === undefined ? '' : `\n${element(slide, site, steps || ' ui="controls"')}`
    const notes = slide.notes ? `\n<aside class="notes">${toHtml(slide.notes, 'mathml')}</aside>` : ''
    return `<section>\n${heading(slide)}${toHtml(slide.text, 'mathml')}${demo}${notes}\n</section>`
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${site}/embed/deck/reset.css" />
<link rel="stylesheet" href="${site}/embed/deck/reveal.css" />
<link rel="stylesheet" href="${site}/embed/deck/theme/white.css" />
<style>
.reveal { --r-main-font: system-ui, sans-serif; --r-heading-font: system-ui, sans-serif; --r-heading-text-transform: none; --r-main-font-size: 30px; --r-heading2-size: 42px }
.reveal .slides, .reveal .slides section { text-align: left }
.reveal .slides section { display: flex !important; flex-direction: column; height: 100%; box-sizing: border-box; padding: 12px 40px }
.reveal .slides section:is(.past, .future):not(.present) { visibility: hidden }
.reveal momentarium-demo { flex: 1; width: 100%; min-height: 0; margin: 8px 0 0; aspect-ratio: auto }
</style>
</head>
<body>
<div class="reveal"><div class="slides">
${slides.map(section).join('\n')}
</div></div>
<script type="module">
import Momentarium from '${site}/embed/reveal.js'
import Notes from '${site}/embed/deck/plugin/notes.mjs'
import Reveal from '${site}/embed/deck/reveal.mjs'
Reveal.initialize({ width: 1280, height: 720, margin: 0.03, center: false, hash: true, fragmentInURL: true, plugins: [Momentarium, Notes] })
</script>
</body>
</html>
`
}

export const webPage: Exporter = ({ title, slides }, site) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<title>${escaped(title)}</title>
<script type="module" src="${site}/embed/v1.js"></script>
<style>
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #17171d; background: #fff }
momentarium-demo { margin: 1rem 0 2.5rem }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${slides
  .map((slide) => `${heading(slide)}${toHtml(slide.text, 'mathml')}${slide.demo === undefined ? '' : element(slide, site)}`)
  .join('\n')}
</body>
</html>
`

/** Slidev reads Vue within its Markdown: nothing of the visitor's text may be taken for that. */
const forSlidev = (text: string) =>
  text.replaceAll('<', '&lt;').replaceAll('{{', '<span v-pre>{{</span>').replace(/^---/gm, '\\-\\-\\-')
const oneLine = (text: string) => forSlidev(text).replaceAll('\n', ' ')

export const slidevDeck: Exporter = ({ title, slides }, site) => {
  const page = (slide: Slide) => {
    const step = sceneOf(slide)
    const words = new URLSearchParams(slide.query)
    if (step !== null) words.delete('step')
    const values = words.size > 0 ? ` query="${escaped(String(words))}"` : ''
    const steps = step === null ? '' : ` steps="${step},${step}:deed,${step}:answer"`
    const demo = slide.demo === undefined ? '' : `\n<Momentarium demo="${slide.demo}"${values}${steps} />\n`
    const notes = slide.notes ? `\n<!--\n${slide.notes.replaceAll('-->', '-- >')}\n-->\n` : ''
    return `${slide.title ? `# ${oneLine(slide.title)}\n\n` : ''}${forSlidev(slide.text)}\n${demo}${notes}`
  }
  return `---
title: ${JSON.stringify(title)}
addons:
  - slidev-addon-momentarium
momentarium: ${site}
---

${slides.map(page).join('\n---\n\n')}`
}
