// What the page makes of the state on screen: pictures, films, numbers, one file, a kit for slides. What was written is read again.
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, isReady, open, type Visit } from '../support/browser'
import { demosToTest } from '../support/demos'
import { onDisk } from '../support/fromDisk'

interface Made {
  name: string
  bytes: Buffer
  said: string
}
/** Opens the dialog, sets what is asked, and takes what it saves. */
async function make(visit: Visit, kind: string, wishes: Record<string, string | boolean> = {}): Promise<Made> {
  const { page } = visit
  if (!(await page.locator('.take-away-dialog').isVisible())) await page.getByRole('button', { name: 'Take away' }).click()
  const dialog = page.locator('.take-away-dialog')
  await dialog.locator('.pill', { hasText: kind }).click()
  for (const [label, value] of Object.entries(wishes)) {
    const choice = dialog.getByRole('combobox', { name: label, exact: true })
    if (typeof value === 'boolean') await dialog.getByLabel(label, { exact: true }).setChecked(value)
    else if ((await choice.count()) > 0) await choice.selectOption(value)
    else await dialog.getByLabel(label, { exact: true }).fill(value)
  }
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 150_000 }),
    dialog.getByRole('button', { name: 'Make it' }).click(),
  ])
  await dialog.locator('.said', { hasText: 'Saved' }).waitFor()
  return {
    name: download.suggestedFilename(),
    bytes: readFileSync(await download.path()),
    said: await dialog.locator('.said').innerText(),
  }
}

async function start(slug: string, query = ''): Promise<Visit> {
  const visit = await open(`/d/${slug}/${query}`)
  await isReady(visit, slug)
  return visit
}

async function filmIn(bytes: Buffer) {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(new Uint8Array(bytes)) })
  const track = await input.getPrimaryVideoTrack()
  if (track === null) throw new Error('no video')
  const packets: Uint8Array[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet.data)
  return {
    width: track.displayWidth,
    height: track.displayHeight,
    seconds: await input.computeDuration(),
    codec: track.codec,
    packets,
  }
}
const sizeOfPng = (bytes: Buffer) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
const partsOf = (bytes: Buffer) => unzipSync(new Uint8Array(bytes))

it('makes a PNG of any size and an SVG whose words are words', async () => {
  const visit = await start('heavy-ball', '?beta=0.9')
  const png = await make(visit, 'Picture', { 'Width, px': '1000', 'Height, px': '700' })
  expect([png.name, ...sizeOfPng(png.bytes)]).toEqual(['heavy-ball.png', 1000, 700])
  const again = await make(visit, 'Picture', { 'Width, px': '1000', 'Height, px': '700' })
  expect(again.bytes.equals(png.bytes), 'the first picture is whole').toBe(true)
  const svg = (await make(visit, 'Picture', { Format: 'svg', 'With values and link': true })).bytes.toString()
  const seen = await visit.page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
    const texts = [...root.querySelectorAll('text')].map(({ textContent }) => textContent ?? '')
    return {
      root: root.nodeName,
      texts,
      fonts: [...root.querySelectorAll('text')].every((one) => /font/.test(one.getAttribute('style') ?? '')),
    }
  }, svg)
  expect(seen).toMatchObject({ root: 'svg', fonts: true })
  expect(seen.texts.join('|')).toContain('/d/heavy-ball/?beta=0.9')
  expect(visit.problems).toEqual([])
})

it('draws vectors as vectors: no picture is in the SVG of a view without painted marks', async () => {
  const visit = await start('heavy-ball', '?view=rate')
  const svg = (await make(visit, 'Picture', { Format: 'svg' })).bytes.toString()
  const painted = await visit.page.$$eval('.stage .plot', (plots) => plots.filter((plot) => plot.querySelector('canvas')).length)
  const rasters = svg.match(/<image /g)?.length ?? 0
  expect(rasters).toBeLessThanOrEqual(2 * painted)
  expect(svg.match(/<path /g)?.length ?? 0).toBeGreaterThan(3)
  expect(svg.match(/<image [^>]*?xlink:href="data:image\/png/g)?.length ?? 0).toBe(rasters) // as drawing programs read them
})

it('films a run by its own clock: the same link gives the same film', async () => {
  const wishes = {
    Format: 'mp4',
    'Width, px': '480',
    'Height, px': '300',
    'From step': '0',
    'To step': '40',
    'Frames a second': '20',
  }
  const films = []
  for (let k = 0; k < 2; k++) films.push(await filmIn((await make(await start('heavy-ball', '?beta=0.9'), 'Film', wishes)).bytes))
  const [first, second] = films as [Awaited<ReturnType<typeof filmIn>>, Awaited<ReturnType<typeof filmIn>>]
  expect([first.width, first.height, first.codec]).toEqual([480, 300, 'avc'])
  expect(first.packets.length / 20).toBeCloseTo(first.seconds, 1)
  expect(first.packets.length).toBeGreaterThan(10)
  expect(second.packets.map((packet) => Buffer.from(packet).toString('base64'))).toEqual(
    first.packets.map((packet) => Buffer.from(packet).toString('base64')),
  )
})

it('makes WebM, GIF and numbered pictures', async () => {
  const visit = await start('heavy-ball')
  const small = { 'Width, px': '320', 'Height, px': '200', 'From step': '0', 'To step': '10', 'Frames a second': '10' }
  const webm = await filmIn((await make(visit, 'Film', { ...small, Format: 'webm' })).bytes)
  expect([webm.codec, webm.width]).toEqual(['vp9', 320])
  const gif = (await make(visit, 'Film', { Format: 'gif' })).bytes
  expect(gif.toString('latin1', 0, 6)).toBe('GIF89a')
  const parts = partsOf((await make(visit, 'Film', { Format: 'frames' })).bytes)
  const names = Object.keys(parts).filter((name) => name.startsWith('frames/'))
  expect(names).toHaveLength(webm.packets.length)
  expect(sizeOfPng(Buffer.from(parts['frames/0001.png'] as Uint8Array))).toEqual([320, 200])
  expect(visit.problems).toEqual([])
})

it('makes a GIF, and says so, where the browser has no codec', async () => {
  const visit = await open('/licences/')
  await visit.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoEncoder'))
  await visit.page.goto(new URL('/d/heavy-ball/', visit.page.url()).href)
  await isReady(visit, 'heavy-ball')
  const small = { 'Width, px': '320', 'Height, px': '200', 'From step': '0', 'To step': '10', 'Frames a second': '10' }
  const { name, bytes, said } = await make(visit, 'Film', { Format: 'mp4', ...small })
  expect(name).toBe('heavy-ball.gif')
  expect(bytes.toString('latin1', 0, 6)).toBe('GIF89a')
  expect(said).toContain('GIF')
  expect(visit.problems).toEqual([])
})

it('films the lesson with its words', async () => {
  const visit = await start('heavy-ball')
  const made = await make(visit, 'Film', {
    Of: 'lesson',
    Format: 'mp4',
    'Width, px': '640',
    'Height, px': '400',
    'Frames a second': '2',
  })
  const { seconds } = await filmIn(made.bytes)
  expect(seconds).toBeGreaterThan(60)
  expect(visit.problems).toEqual([])
})

it('says what it leaves out, what is not there, and which number is wrong', async () => {
  const visit = await start('heavy-ball')
  const { page } = visit
  const small = await make(visit, 'Picture', { Format: 'png', 'Width, px': '500', 'Height, px': '400', Letters: '720' })
  expect(small.said).toContain('Not in the picture, which is too small for it: The map of rates, Height above the bottom.')
  const dialog = page.locator('.take-away-dialog')
  const told = (words: string) => dialog.locator('.said', { hasText: words }).waitFor()
  await dialog.locator('.pill', { hasText: 'Film' }).click()
  expect(await dialog.locator('.said').innerText()).toBe('')
  await dialog.getByLabel('From step').fill('50')
  await dialog.getByLabel('To step').fill('40')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await told('From step comes after To step.')
  await dialog.getByLabel('To step').fill('60')
  await dialog.getByLabel('Width, px').fill('320')
  await dialog.getByRole('button', { name: 'Make it' }).press('Enter')
  await told('Saved heavy-ball.mp4')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Make it')
  await page.context().setOffline(true)
  for (const kind of ['One file', 'Film']) {
    await dialog.locator('.pill', { hasText: kind }).click()
    await dialog.getByRole('button', { name: 'Make it' }).click()
    await told('There is no network.')
  }
})

it('stops when told, says so, and leaves nothing behind', async () => {
  const visit = await start('heavy-ball')
  const { page } = visit
  await page.getByRole('button', { name: 'Take away' }).click()
  const dialog = page.locator('.take-away-dialog')
  await dialog.locator('.pill', { hasText: 'Film' }).click()
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.locator('.said', { hasText: 'Nothing was saved.' }).waitFor()
  await eventually(() => page.frames().length).toBe(1)
  await dialog.getByLabel('Width, px').fill('12,5')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await dialog.locator('.said', { hasText: 'Width, px is a whole number from 64 to 3840.' }).waitFor()
  await dialog.getByLabel('Width, px').fill('320')
  await dialog.getByRole('combobox', { name: 'Speed' }).selectOption('0.25')
  await dialog.getByLabel('Frames a second').fill('60')
  await dialog.getByLabel('To step').fill((await visit.page.locator('.scrubber input').getAttribute('max')) as string)
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await dialog.locator('.said', { hasText: /This film would have \d+ frames; at most 3600 can be made|Saved/ }).waitFor()
  expect(visit.problems).toEqual([])
})

it('writes the run as a table with its source', async () => {
  const visit = await start('heavy-ball', '?beta=0.7')
  const csv = (await make(visit, 'Numbers', { Of: 'run' })).bytes.toString()
  expect(csv).toMatch(/^# The heavy ball\n# http:\/\/[^\n]*\/d\/heavy-ball\/\?beta=0\.7\n/)
  const json = JSON.parse((await make(visit, 'Numbers', { Of: 'data' })).bytes.toString())
  const last = csv.trimEnd().split('\n').at(-1)?.split(',')[0]
  expect(json).toMatchObject({ params: { beta: 0.7 }, last: Number(last) })
})

/** Opens a file from the disk with the network cut, alone or in a frame. */
async function fromDisk(page: Page, address: string) {
  const asked: string[] = []
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url())
  })
  await page.goto('about:blank') // the site may still be fetching what it will want
  await page.context().setOffline(true)
  await page.goto(address)
  return asked
}

it.each(demosToTest())('%s: makes one file that runs from a disk without a network, alone and in a frame', async (slug) => {
  const visit = await start(slug)
  const { name, bytes } = await make(visit, 'One file')
  expect(name).toBe(`${slug}.html`)
  const { alone, framed } = onDisk(slug, bytes)
  const asked = await fromDisk(visit.page, alone)
  await isReady(visit, slug)
  expect(await visit.page.locator('.stage .plot').count()).toBeGreaterThan(0)
  await visit.page.goto(framed)
  await eventually(() => visit.page.title()).toBe(`ready ${slug}`)
  expect(asked).toEqual([])
  expect(visit.problems.filter((problem) => !/offline|ERR_INTERNET/.test(problem))).toEqual([])
})

it('packs a kit for slides', async () => {
  const visit = await start('heavy-ball', '?beta=0.9')
  const { name, bytes } = await make(visit, 'Slide kit', { 'Width, px': '640', 'Height, px': '400' })
  expect(name).toBe('heavy-ball-slides.zip')
  const parts = partsOf(bytes)
  const { length } = Object.keys(parts).filter((path) => path.startsWith('steps/'))
  expect(length).toBeGreaterThan(5)
  expect(Object.keys(parts).filter((path) => !path.startsWith('steps/'))).toEqual(
    expect.arrayContaining(['poster.png', 'clip.mp4', 'link.txt', 'qr.svg', 'heavy-ball.html', 'read-me.txt']),
  )
  expect(sizeOfPng(Buffer.from(parts['steps/01.png'] as Uint8Array))).toEqual([640, 400])
  expect(new TextDecoder().decode(parts['read-me.txt'])).toContain('\\href{http')
  expect((await filmIn(Buffer.from(parts['clip.mp4'] as Uint8Array))).packets.length).toBeGreaterThan(10)
})
