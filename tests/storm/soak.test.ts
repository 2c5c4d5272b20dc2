// Ten minutes of play at 8× in a loop, on a clock that runs as fast as frames can be drawn: memory stays where it was.
import { expect, it } from 'vitest'
import { isReady, open } from '../support/browser'
import { demosToTest } from '../support/demos'
import { heapOf, MB } from '../support/heap'

const TICK = 100 // ms of the page's clock a frame: the longest that playback takes in one go
const FRAMES = (10 * 60 * 1000) / TICK
const KEPT = 5 * MB

it.each(demosToTest())('%s keeps its memory through ten minutes of play', { timeout: 600_000 }, async (slug) => {
  const visit = await open(`/embed/${slug}/?ui=player&loop=1&speed=8&t=0`)
  const { page, problems } = visit
  await isReady(visit, slug)
  await page.evaluate((tick) => {
    let now = performance.now()
    const waiting = new Map<number, FrameRequestCallback>()
    let ids = 0
    window.frames_drawn = 0
    window.requestAnimationFrame = (call) => waiting.set(++ids, call) && ids
    window.cancelAnimationFrame = (id) => void waiting.delete(id)
    performance.now = () => now
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      now += tick
      const calls = [...waiting.values()]
      waiting.clear()
      for (const call of calls) call(now)
      window.frames_drawn++
      if (window.frames_drawn % 5 === 0) setTimeout(() => port2.postMessage(null))
      else port2.postMessage(null)
    }
    port2.postMessage(null)
  }, TICK)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const until = (count: number) => page.waitForFunction((n) => window.frames_drawn > n, count, { polling: 250, timeout: 500_000 })
  await until(FRAMES / 20) // caches fill
  const before = await heapOf(page)
  await until((FRAMES * 21) / 20)
  expect(await page.getByRole('button', { name: 'Pause', exact: true }).count(), 'still plays').toBe(1)
  expect((await heapOf(page)) - before, 'bytes kept').toBeLessThan(KEPT)
  expect(problems).toEqual([])
})

declare global {
  interface Window {
    frames_drawn: number
  }
}
