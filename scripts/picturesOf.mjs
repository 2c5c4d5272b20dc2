// npm run pictures-of SLUG: after a build, a picture of every stop of the lesson in each of its phases, at 1280 and 390 px, light and dark, and a page
// with all of them: .cache/pictures/SLUG/index.html. For looking at a demo while it is written.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { findChromium, launch } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { root, stop } from './lib/run.mjs'
import { serve } from './lib/serve.mjs'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]
const THEMES = ['light', 'dark']
const PHASES = ['', ':deed', ':answer'] // as addresses name them
const TRIES = 25 // looks, until two are alike

await install()
const [slug] = process.argv.slice(2)
const built = `${root}/dist/embed/${slug}/demo.json`
if (slug === undefined || !existsSync(built)) stop('Which demo of the build? npm run build && npm run pictures-of SLUG')
const places = JSON.parse(readFileSync(built, 'utf8')).steps.flatMap(({ id }) => PHASES.map((phase) => id + phase))
process.env.CHROMIUM = await findChromium().catch((error) => stop(error.message))
const folder = `${root}/.cache/pictures/${slug}`
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const server = await serve()
const browser = await launch()
const pictures = []
try {
  for (const viewport of SIZES)
    for (const colorScheme of THEMES) {
      const look = { viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' }
      const page = await (await browser.newContext(look)).newPage()
      for (const place of places) {
        await page.goto(`${server.url}/d/${slug}?step=${place}`)
        await page.waitForSelector(`html[data-ready="${slug}"]`, { state: 'attached' })
        await page.evaluate(() => document.fonts.ready)
        const file = `${place.replace(':', '-')}-${viewport.width}-${colorScheme}.png`
        writeFileSync(`${folder}/${file}`, await settled(page))
        pictures.push({ file, place, width: viewport.width })
      }
      await page.context().close()
    }
} finally {
  await browser.close()
  await server.close()
}
writeFileSync(`${folder}/index.html`, sheet())
console.log(`${pictures.length} pictures; all of them: ${folder}/index.html`)

/** The page once it no longer changes: maps and runs may still be filling in. */
async function settled(page) {
  let [before, now] = [null, await page.screenshot()]
  for (let tries = 0; tries < TRIES && before?.equals(now) !== true; tries++) {
    await page.waitForTimeout(250)
    ;[before, now] = [now, await page.screenshot()]
  }
  return now
}

function sheet() {
  const figures = pictures.map(
    ({ file, place, width }) =>
      `<figure><a href="${file}"><img src="${file}" width="${Math.round(width / 3)}" alt=""></a><figcaption>${place}</figcaption></figure>`,
  )
  return `<!doctype html><meta charset="utf-8"><title>${slug}</title>
<style>body { display: flex; flex-wrap: wrap; gap: 1rem; font: 0.8rem system-ui } figure { margin: 0 }</style>
${figures.join('\n')}
`
}
