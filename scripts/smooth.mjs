// Plays a demo and drags every handle and slider of its page in Chromium, and prints how long the frames took. `npm run smooth [slug[?query]] …`
import { launch } from './lib/chromium.mjs'
import { serve } from './lib/serve.mjs'

const TARGETS = process.argv.slice(2)
const STEPS = 90 // moves of the pointer a drag
const PAUSE = 12 // ms between them: faster than frames, so that no frame is without work

/** Lengths of the frames while `act` runs, ms. */
async function frames(page, act) {
  await page.evaluate(() => {
    window.__frames = []
    let last = 0
    const note = (now) => {
      if (last) window.__frames?.push(now - last)
      last = now
      if (window.__frames) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await act()
  return page.evaluate(() => {
    const found = window.__frames
    window.__frames = null
    return found
  })
}

/** Drags along an ellipse around (x, y) that stays within the page. */
async function drag(page, x, y, rx, ry) {
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let k = 0; k < 4; k++) await page.mouse.move(x + 2 * k, y) // the first frames of a drag are not its rhythm
  const found = await frames(page, async () => {
    for (let k = 0; k <= STEPS; k++) {
      const turn = (2 * Math.PI * k) / STEPS
      await page.mouse.move(x + rx * Math.sin(turn), y + ry * (1 - Math.cos(turn)))
      await page.waitForTimeout(PAUSE)
    }
  })
  await page.mouse.up()
  return found
}

/** Plays from the start for as long as a drag lasts. */
async function playback(page) {
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.waitForTimeout(200)
  const found = await frames(page, () => page.waitForTimeout(1500))
  await page.keyboard.press('Space')
  return found
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN

function print(target, name, found) {
  const sorted = found.sort((a, b) => a - b)
  const late = sorted.filter((ms) => ms > 17).length / sorted.length
  console.log(
    `${target.padEnd(24)} ${name.padEnd(28)} ${String(sorted.length).padStart(4)} frames   95 %: ${quantile(sorted, 0.95).toFixed(1).padStart(5)} ms   over 17 ms: ${(100 * late).toFixed(1).padStart(4)} %   longest: ${sorted.at(-1)?.toFixed(1)} ms`,
  )
}

const { url, close } = await serve()
const browser = await launch()
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
for (const target of TARGETS.length > 0 ? TARGETS : ['heavy-ball']) {
  const [slug] = target.split('?')
  await page.goto(`${url}/d/${target}`)
  await page.waitForSelector(`html[data-ready="${slug}"]`, { state: 'attached' })
  await page.waitForTimeout(3000) // claims are measured first
  const things = await page.$$eval('[data-handle] .reach, .panel input[type=range]', (all) =>
    all.map((element, index) => {
      element.setAttribute('data-thing', String(index))
      return element.closest('[data-handle]')?.dataset.handle ?? `slider ${element.getAttribute('aria-label')}`
    }),
  )
  print(target, 'playback', await playback(page))
  for (const [index, name] of things.entries()) {
    const thing = page.locator(`[data-thing="${index}"]`)
    if ((await thing.count()) === 0) continue
    await thing.scrollIntoViewIfNeeded()
    const box = await thing.boundingBox()
    const slider = name.startsWith('slider')
    const [x, y] = [box.x + box.width * (slider ? 0.45 : 0.5), box.y + box.height / 2]
    print(target, name, slider ? await drag(page, x, y, box.width * 0.4, 0) : await drag(page, x, y, 40, -25))
  }
}
await browser.close()
await close()
