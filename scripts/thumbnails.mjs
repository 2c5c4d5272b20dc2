// npm run thumbnails [slugs]: pictures of the built pages for the cards, public/thumbnails/<slug>-<theme>.webp.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { launch } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { root, stop } from './lib/run.mjs'
import { serve } from './lib/serve.mjs'

const [WIDTH, HEIGHT, SCALE] = [400, 250, 1.6] // px, as wide as a card, and pixels of the picture for each: 640 × 400
const LARGEST = 30_000 // bytes
/** The main view alone, in the corner of the page; a picture needs no handles. */
const STYLE = `
  [data-thumbnail] { position: fixed; inset: 0 auto auto 0; width: ${WIDTH}px; height: ${HEIGHT}px; z-index: 99; background: var(--paper) }
  [data-thumbnail] > figcaption, [data-thumbnail] .handle { display: none }
  [data-thumbnail] > :last-child { flex: 1; aspect-ratio: auto; min-height: 0 }`

await install()
const all = readdirSync(`${root}/demos`).filter((name) => existsSync(`${root}/demos/${name}/meta.ts`))
const slugs = process.argv.length > 2 ? process.argv.slice(2) : all
const unknown = slugs.filter((slug) => !all.includes(slug))
if (unknown.length > 0) stop(`There is no demo called ${unknown.join(', ')}.`)

/** The main view at its poster step, once it no longer changes; lower quality until it is small enough. */
async function picture(browser, url, slug, theme) {
  const viewport = { width: 1280, height: 800 }
  const look = { colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB' }
  const context = await browser.newContext({ viewport, deviceScaleFactor: SCALE, ...look })
  try {
    const page = await context.newPage()
    await page.goto(`${url}/d/${slug}`)
    await page.waitForSelector(`html[data-ready="${slug}"] [data-thumbnail]`)
    await page.addStyleTag({ content: STYLE })
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const session = await context.newCDPSession(page)
    const clip = { x: 0, y: 0, width: WIDTH, height: HEIGHT, scale: 1 }
    const shoot = async (quality) => (await session.send('Page.captureScreenshot', { format: 'webp', quality, clip })).data
    for (let before = '', now = await shoot(85); now !== before; ) {
      await page.waitForTimeout(200)
      ;[before, now] = [now, await shoot(85)]
    }
    for (const quality of [85, 70, 55, 40]) {
      const bytes = Buffer.from(await shoot(quality), 'base64')
      if (bytes.length <= LARGEST) return bytes
    }
    throw new Error(`${slug} (${theme}) is over ${LARGEST} bytes at any quality`)
  } finally {
    await context.close()
  }
}

const server = await serve()
const browser = await launch()
try {
  mkdirSync(`${root}/public/thumbnails`, { recursive: true })
  for (const slug of slugs) {
    for (const theme of ['light', 'dark']) {
      const file = `public/thumbnails/${slug}-${theme}.webp`
      writeFileSync(`${root}/${file}`, await picture(browser, server.url, slug, theme))
      console.log(`${(statSync(`${root}/${file}`).size / 1000).toFixed(1).padStart(6)} kB  ${file}`)
    }
  }
} finally {
  await browser.close()
  await server.close()
}
