// How long frames take in Chromium while a demo plays and is dragged. `npm run smooth`: every demo, its first handle or slider, at its defaults
// and at the worst of its presets. `npm run smooth slug[?query] …`: every handle and slider of these.
import { launch } from './lib/chromium.mjs'
import { allDemos } from './lib/demos.mjs'
import { serve } from './lib/serve.mjs'

const TARGETS = process.argv.slice(2).filter((word) => !word.startsWith('-'))
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
    `${target.padEnd(24)} ${name.padEnd(36)} ${String(sorted.length).padStart(4)} frames   95 %: ${quantile(sorted, 0.95).toFixed(1).padStart(5)} ms   over 17 ms: ${(100 * late).toFixed(1).padStart(4)} %   longest: ${sorted.at(-1)?.toFixed(1)} ms`,
  )
}

const { url, close } = await serve()
const browser = await launch()
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
const THINGS = '[data-handle] .reach, .panel input[type=range]'

async function visit(target) {
  const [slug] = target.split('?')
  await page.goto(`${url}/d/${target}`)
  await page.waitForSelector(`html[data-ready="${slug}"]`, { state: 'attached' })
  await page.waitForTimeout(3000) // claims are measured first
}
const nameOf = (element) => element.closest('[data-handle]')?.dataset.handle ?? `slider ${element.getAttribute('aria-label')}`

/** Frames while a handle or slider is dragged; null if it is gone. */
async function dragged(thing) {
  if ((await thing.count()) === 0) return null
  await thing.scrollIntoViewIfNeeded()
  const box = await thing.boundingBox()
  if (box === null) return null
  const slider = (await thing.evaluate(nameOf)).startsWith('slider')
  const [x, y] = [box.x + box.width * (slider ? 0.45 : 0.5), box.y + box.height / 2]
  return slider ? drag(page, x, y, box.width * 0.4, 0) : drag(page, x, y, 40, -25)
}
const lateShare = (frames) => frames.filter((ms) => ms > 17).length / frames.length

if (TARGETS.length > 0) {
  for (const target of TARGETS) {
    await visit(target)
    print(target, 'playback', await playback(page))
    const names = await page.$$eval(THINGS, (all) => all.length)
    for (let k = 0; k < names; k++) {
      const thing = page.locator(THINGS).nth(k)
      if ((await thing.count()) === 0) continue
      const name = await thing.evaluate(nameOf)
      const found = await dragged(thing)
      if (found) print(target, name, found)
    }
  }
} else {
  for (const slug of allDemos()) {
    await visit(slug)
    print(slug, 'playback', await playback(page))
    const first = () => page.locator(THINGS).first()
    const name = await first().evaluate(nameOf)
    const found = await dragged(first())
    if (found) print(slug, name, found)
    let worst = null
    const count = await page.locator('.presets button').count()
    for (let k = 0; k < count; k++) {
      await page.locator('.presets button').nth(k).click()
      const preset = await page.locator('.presets button').nth(k).innerText()
      await page.waitForTimeout(1500)
      const frames = await dragged(first())
      if (frames && (worst === null || lateShare(frames) > lateShare(worst.frames))) worst = { preset, frames }
    }
    if (worst) print(slug, `${name}, “${worst.preset}”`, worst.frames)
  }
}
await browser.close()
await close()
