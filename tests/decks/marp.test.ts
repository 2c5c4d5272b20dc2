// A deck by the real Marp CLI, written as in docs/embedding.md: its keys turn slides, after a click into the demo too. `npm run test:decks`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, inject, it } from 'vitest'
import { run } from '../../scripts/lib/run.mjs'
import { eventually } from '../support/browser'
import { demo, focused, isLive, site } from '../support/hosts'

const FOLDER = '.cache/decks/marp'
const deck = () => `---
marp: true
---
<script type="module" src="${inject('url')}/embed/v1.js"></script>

# Momentum

---

<momentarium-demo id="a" demo="heavy-ball" ui="none" keys="up" style="width: 900px; height: 520px"></momentarium-demo>

---

# The end
`
const host = site({}, { '/': FOLDER })

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/deck.md`, deck())
  const marp = '.cache/slides/node_modules/@marp-team/marp-cli/marp-cli.js'
  const args = ['--html', `${FOLDER}/deck.md`, '-o', `${FOLDER}/deck.html`, '--no-stdin']
  expect(await run(process.execPath, [marp, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })).toBe(0)
})

it('turns one slide a key, forward and back, after a click into the demo', async () => {
  const { page } = await host.visit('/deck.html')
  const slide = () => new URL(page.url()).hash
  await page.keyboard.press('ArrowRight')
  await eventually(slide).toBe('#2')
  await isLive(page, 'a')
  for (const [key, to, back] of [
    ['ArrowRight', '#3', 'ArrowLeft'],
    ['PageDown', '#3', 'PageUp'],
    ['ArrowLeft', '#1', 'ArrowRight'],
  ] as const) {
    await demo(page, 'a').click({ position: { x: 400, y: 12 } })
    await eventually(() => focused(page)).toBe('a iframe')
    await page.keyboard.press(key)
    await eventually(slide).toBe(to)
    await page.keyboard.press(back)
    await eventually(slide).toBe('#2')
    await isLive(page, 'a')
  }
})
