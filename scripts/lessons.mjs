// After a build: the words of every lesson with their numbers, as data for print (dist/d/<slug>/lesson.json) and, without TeX, for the notes of
// speakers (dist/embed/<slug>/demo.json).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { install } from './lib/install.mjs'
import { withModules } from './lib/modules.mjs'
import { root, stop } from './lib/run.mjs'

await install()
if (!existsSync(`${root}/dist/index.html`)) stop('There is no build: npm run build')
const slugs = await withModules(async (load) => {
  const { slugs, loadDemo } = await load('/src/registry/demos.ts')
  const { toldLesson } = await load('/src/player/told.ts')
  const { plainTex } = await load('/scripts/vite/tex.ts')
  for (const slug of slugs()) {
    const told = await toldLesson(await loadDemo(slug))
    writeFileSync(`${root}/dist/d/${slug}/lesson.json`, JSON.stringify(told))
    const card = JSON.parse(readFileSync(`${root}/dist/embed/${slug}/demo.json`, 'utf8'))
    const plain = (...texts) => texts.filter((text) => text !== undefined).map(plainTex)
    const steps = told.map(({ id, title, text, ask, say, see, why }) => ({
      id,
      title: plainTex(title),
      words: { scene: plain(text, ask), deed: plain(say), answer: plain(see, why) },
    }))
    writeFileSync(`${root}/dist/embed/${slug}/demo.json`, JSON.stringify({ ...card, steps }))
  }
  return slugs()
})
console.log(`The words of ${slugs.length} lessons, with their numbers.`)
