// The example lecture, as `npm run deck` serves it: it can be read from the first slide to the last.
import { expect, it } from 'vitest'
import { eventually } from '../support/browser'
import { framed, isLive, site } from '../support/hosts'

const host = site({}, { '/': 'dist', '/deck/': 'examples/reveal' })

it('turns from the first slide to the last, every demo at its step, without an error', async () => {
  const { page, problems } = await host.visit('/deck/')
  const seen = new Set<string>()
  const steps: string[] = []
  const isLast = () => page.$eval('.slides > section:last-child', (slide) => slide.classList.contains('present'))
  for (let pages = 0; !(await isLast()) && pages < 60; pages++) {
    await page.keyboard.press('n')
    const demo = page.locator('section.present momentarium-demo')
    if ((await demo.count()) === 0) continue
    const step = await demo.evaluate((element) => {
      element.id ||= `demo-${element.parentElement?.querySelector('h2')?.textContent}`.replace(/\W/g, '')
      return [element.id, element.getAttribute('demo'), element.getAttribute('step')] as const
    })
    await isLive(page, step[0])
    await eventually(() => demo.evaluate((element) => element.getAttribute('step'))).toBe(step[2])
    seen.add(step[1] as string)
    steps.push(step[2] as string)
    expect((await framed(page)).length).toBeLessThanOrEqual(3)
  }
  expect(await page.$$eval('.slides > section', (all) => all.length)).toBe(10)
  expect([...seen]).toEqual(['heavy-ball', 'momentum-sampling', 'apg', 'two-ball-drop'])
  expect(steps).toHaveLength(19)
  expect(problems).toEqual([])
}, 180_000)
