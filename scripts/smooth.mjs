// How long frames take in Chromium while a demo plays and is dragged. `npm run smooth`: every demo, its first handle or slider, at its defaults
// and at the worst of its presets. `npm run smooth slug[?query] …`: every handle and slider of these. Each line is the middle one of three
// drags, and gives the longest frame of all three. `npm run smooth -- --main`: every demo, its first handle or slider at its defaults, once. It
// fails if there is nothing to drag; the reader judges how long frames take, and knows what else the machine does.
import { existsSync, readFileSync } from 'node:fs'
import { launch } from './lib/chromium.mjs'
import { allDemos } from './lib/demos.mjs'
import { serve } from './lib/serve.mjs'

const TARGETS = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const MOVES = 120 // of the pointer a drag, one a frame: no frame is without work

const ONLY_MAIN = process.argv.includes('--main')
const DRAGS = ONLY_MAIN ? 1 : 3 // a line
const TRIES = 3
const QUIET = 0.005 // share of the processors' time that others may take

/** Processor time in ticks: all, and what other machines on the same host took. Zeros if the system does not tell. */
function processors() {
  if (!existsSync('/proc/stat')) return { all: 0, stolen: 0 }
  const ticks = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].split(/\s+/).slice(1, 9).map(Number)
  return { all: ticks.reduce((a, b) => a + b), stolen: ticks[7] ?? 0 }
}

/** Repeats `measure` if others took processor time meanwhile; returns the quietest of all tries, whatever it found. */
async function quietly(measure) {
  let quietest = null
  for (let k = 0; k < TRIES && (quietest === null || quietest.stolen > QUIET); k++) {
    const before = processors()
    const found = await measure()
    if (found === null) return null
    const after = processors()
    const stolen = (after.stolen - before.stolen) / Math.max(1, after.all - before.all)
    if (quietest === null || stolen < quietest.stolen) quietest = { ...found, stolen }
  }
  return quietest
}

const lateShare = ({ lengths }) => lengths.filter((ms) => ms > 17).length / lengths.length

/** Fewer late frames first, then less work. */
const byLateness = (a, b) => lateShare(a) - lateShare(b) || a.work - b.work

/** Several measurements: the middle one by late frames, with the longest frame of all. Null if there is nothing to measure. */
async function middling(measure) {
  const all = []
  for (let k = 0; k < DRAGS; k++) {
    const found = await quietly(measure)
    if (found === null) return null
    all.push(found)
  }
  const longest = Math.max(...all.flatMap(({ lengths }) => lengths))
  return { ...all.sort(byLateness)[(DRAGS - 1) / 2], longest }
}

/** While `act` runs: lengths of the frames, ms, and what the main thread worked in them on average, ms. */
async function frames(page, act) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const worked = async () =>
    (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value
  const before = await worked()
  const lengths = await act()
  const work = (1000 * ((await worked()) - before)) / lengths.length
  await devtools.detach()
  return { lengths, work }
}

/**
 * In the page: `count` frames with a move of the pointer in each, around an ellipse that stays within the page. The page itself makes the moves:
 * sent from outside, 120 a second cost an empty page a tenth of its frames.
 */
async function moveInFrames({ count, thing, x, y, rx, ry }) {
  const place = (k) => [Math.sin((2 * Math.PI * k) / count) * rx, (1 - Math.cos((2 * Math.PI * k) / count)) * ry]
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  const move = (k) => {
    const [dx, dy] = place(k)
    if (thing instanceof HTMLInputElement) {
      const [least, most] = [Number(thing.min), Number(thing.max)]
      value.set.call(thing, String(least + (most - least) * (0.45 + dx)))
      thing.dispatchEvent(new Event('input', { bubbles: true }))
    } else if (thing)
      thing.dispatchEvent(
        new PointerEvent('pointermove', { pointerId: 1, buttons: 1, bubbles: true, clientX: x + dx, clientY: y + dy }),
      )
  }
  const lengths = []
  let last = await new Promise(requestAnimationFrame)
  for (let k = 0; k <= count; k++) {
    await new Promise((resolve) => setTimeout(resolve)) // like the events of a mouse: after a picture, before the work for the next
    move(k)
    const now = await new Promise(requestAnimationFrame)
    if (k >= 4) lengths.push(now - last) // the first frames of a drag are not typical
    last = now
  }
  return lengths
}

/** Plays from the start for as long as a drag lasts, repeatedly if that is longer than the run. */
const playback = (page) => middling(() => playedOnce(page))
async function playedOnce(page) {
  const [play, pause, loop] = ['Play', 'Pause', 'Loop'].map((name) => page.getByRole('button', { name, exact: true }))
  if ((await loop.getAttribute('aria-pressed')) !== 'true') await loop.click()
  await page.keyboard.press('Home')
  await play.click()
  await page.waitForTimeout(200)
  const found = await frames(page, () => page.evaluate(moveInFrames, { count: MOVES }))
  if ((await pause.count()) > 0) await pause.click() // a converged run has paused itself
  return found
}

/** Frames while a handle or slider is dragged; null if it is gone. */
const dragged = (page, locator) => middling(() => draggedOnce(page, locator))
async function draggedOnce(page, locator) {
  if ((await locator.count()) === 0) return null
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (box === null) return null
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const thing = await locator.elementHandle()
  const slider = await thing.evaluate((element) => element instanceof HTMLInputElement)
  const [rx, ry] = slider ? [0.4, 0] : [40, -25]
  if (!slider) {
    await page.mouse.move(x, y)
    await page.mouse.down()
  }
  const found = await frames(page, () => page.evaluate(moveInFrames, { count: MOVES, thing, x, y, rx, ry }))
  if (!slider) await page.mouse.up()
  await page.waitForTimeout(300) // the effects of a drag must not count for the next
  return found
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN

function print(target, name, found) {
  const sorted = [...found.lengths].sort((a, b) => a - b)
  const columns = [
    target.padEnd(24),
    name.padEnd(40),
    `over 17 ms: ${(100 * lateShare(found)).toFixed(1).padStart(5)} %`,
    `95 %: ${quantile(sorted, 0.95).toFixed(1).padStart(5)} ms`,
    `longest: ${sorted.at(-1)?.toFixed(1).padStart(5)} ms`,
    `of all drags: ${found.longest.toFixed(1).padStart(5)} ms`,
    `work: ${found.work.toFixed(1).padStart(5)} ms a frame`,
    `taken by others: ${(100 * found.stolen).toFixed(1).padStart(4)} %`,
  ]
  console.log(columns.join('   '))
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

/** An empty page on this machine, for comparison. */
async function nothing() {
  await page.goto('about:blank')
  print('an empty page', '', await middling(() => frames(page, () => page.evaluate(moveInFrames, { count: MOVES }))))
}

await nothing()
if (TARGETS.length > 0) {
  for (const target of TARGETS) {
    await visit(target)
    print(target, 'playback', await playback(page))
    const names = await page.$$eval(THINGS, (all) => all.length)
    for (let k = 0; k < names; k++) {
      const thing = page.locator(THINGS).nth(k)
      if ((await thing.count()) === 0) continue
      const name = await thing.evaluate(nameOf)
      const found = await dragged(page, thing)
      if (found) print(target, name, found)
    }
  }
} else {
  for (const slug of allDemos()) {
    await visit(slug)
    print(slug, 'playback', await playback(page))
    const first = page.locator(THINGS).first()
    const found = await dragged(page, first)
    if (found === null) {
      console.error(`${slug} has nothing to drag.`)
      process.exitCode = 1
      continue
    }
    const name = await first.evaluate(nameOf)
    print(slug, name, found)
    if (ONLY_MAIN) continue
    const presets = page.locator('.presets button')
    let worst = null // of one drag each
    for (let k = 0; k < (await presets.count()); k++) {
      await presets.nth(k).click()
      await page.waitForTimeout(1500)
      const found = await quietly(() => draggedOnce(page, first))
      if (found && (worst === null || byLateness(found, worst.found) > 0)) worst = { k, found }
    }
    if (worst === null) continue
    await presets.nth(worst.k).click()
    await page.waitForTimeout(1500)
    print(slug, `${name}, “${await presets.nth(worst.k).innerText()}”`, await dragged(page, first))
  }
}
await nothing()
await browser.close()
await close()
