// npm run pictures [slugs]: after a build, pictures of every stop of the lessons, of its scene and of the place its deed leads to, and a larger poster,
// light and dark: dist/embed/<slug>/{,dark/}{poster,steps/<id>,steps/<id>.deed}.webp. For print, speaker windows and previews; a missing picture is
// replaced by the poster.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { launch } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { root, stop } from './lib/run.mjs'
import { serve } from './lib/serve.mjs'

const [WIDTH, HEIGHT, SCALE, QUALITY] = [960, 600, 1.5, 80] // px, pixels of the picture for each, of webp
const STYLE = '.handle { display: none } *, ::before { transition: none !important; animation: none !important }'

/** @param {string} [only] slugs; default: every demo of the build. Returns how many pictures were made. */
export async function makePictures(only, say = console.log) {
  const folder = `${root}/dist/embed`
  const all = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  const slugs = only?.length ? only : all
  const unknown = slugs.filter((slug) => !all.includes(slug))
  if (unknown.length > 0) stop(`The build has no demo called ${unknown.join(', ')}.`)
  const server = await serve()
  const browser = await launch()
  let count = 0
  try {
    const viewport = { width: WIDTH, height: HEIGHT }
    const context = await browser.newContext({ viewport, deviceScaleFactor: SCALE, reducedMotion: 'reduce', locale: 'en-GB' })
    for (const slug of slugs) {
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      const { steps } = JSON.parse(readFileSync(`${folder}/${slug}/demo.json`, 'utf8'))
      const states = [
        { query: '', file: 'poster.webp' },
        ...steps.flatMap(({ id }) => [
          { query: `&step=${id}`, file: `steps/${id}.webp` },
          { query: `&step=${id}:answer`, file: `steps/${id}.deed.webp` },
        ]),
      ]
      const shots = states.flatMap(({ query, file }) => [
        { query: `&theme=light${query}`, file },
        { query: `&theme=dark${query}`, file: `dark/${file}` },
      ])
      for (const path of ['steps', 'dark/steps']) mkdirSync(`${folder}/${slug}/${path}`, { recursive: true })
      for (const { query, file } of shots) {
        await page.goto(`${server.url}/embed/${slug}/?ui=none&links=0${query}`)
        await page.waitForSelector(`html[data-ready="${slug}"]`, { state: 'attached' })
        await page.addStyleTag({ content: STYLE })
        await page.evaluate(() => document.fonts.ready)
        const shoot = async () => (await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })).data
        let picture = await shoot()
        for (let before = '', tries = 0; picture !== before && tries < 25; tries++) {
          await page.waitForTimeout(250)
          ;[before, picture] = [picture, await shoot()]
        }
        writeFileSync(`${folder}/${slug}/${file}`, Buffer.from(picture, 'base64'))
        count++
      }
      await page.close()
      say(`${String(shots.length).padStart(3)} pictures of ${slug}`)
    }
  } finally {
    await browser.close()
    await server.close()
  }
  return count
}

if (process.argv[1] === import.meta.filename) {
  await install()
  await makePictures(process.argv.slice(2))
}
