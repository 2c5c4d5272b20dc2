// axe on gallery and page in three themes and two sizes, and what axe cannot see.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { isReady, open, type Visit } from '../support/browser'
import { demoSlugs } from '../support/demos'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function faults({ page }: Visit): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run(),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
const looks = ['light', 'dark', 'projector'].flatMap((theme) => [390, 1280].map((width) => ({ theme, width })))

it.each(looks)('finds nothing on the gallery: $theme, $width px', async ({ theme, width }) => {
  const visit = await open(`/?theme=${theme}`, { width })
  await visit.page.waitForSelector('html[data-ready=gallery]')
  expect(await faults(visit)).toEqual([])
})

const pages = demoSlugs().flatMap((slug) =>
  looks.filter(({ theme, width }) => theme === 'light' || width === 1280).map((look) => ({ slug, ...look })),
)

it.each(pages)('finds nothing on the page of $slug, in its lecture: $theme, $width px', async ({ slug, theme, width }) => {
  const visit = await open(`/d/${slug}?step=1&theme=${theme}`, { width })
  await isReady(visit, slug)
  await visit.page.locator('.about').scrollIntoViewIfNeeded()
  await visit.page.waitForSelector('.readme section')
  await visit.page.waitForFunction(() => document.querySelectorAll('.claim.measuring').length === 0, null, { timeout: 30_000 })
  expect(await faults(visit)).toEqual([])
})

it('finds nothing in the help sheet and with a function of one’s own', async () => {
  const visit = await open('/d/heavy-ball?objective=own')
  await isReady(visit, 'heavy-ball')
  await visit.page.waitForSelector('.gradient .katex')
  await visit.page.getByRole('textbox', { name: 'f(x, y)' }).fill('x+')
  await visit.page.waitForSelector('.formula .field-note mark')
  expect(await faults(visit)).toEqual([])
  await visit.page.getByRole('button', { name: 'Keys' }).click()
  expect(await faults(visit)).toEqual([])
})

it('reaches every control and handle by Tab, and says what the figure shows after each step', async () => {
  const { page } = await open('/d/heavy-ball')
  await page.waitForSelector('html[data-ready=heavy-ball]')
  const seen = new Set<string>()
  for (let k = 0; k < 120; k++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const element = document.activeElement
      return (
        element?.closest('[data-handle]')?.getAttribute('data-handle') ??
        element?.closest('[data-control]')?.getAttribute('data-control') ??
        ''
      )
    })
    if (name) seen.add(name)
  }
  const expected = await page.$$eval('[data-handle], [data-control]', (all) =>
    all.map((e) => e.getAttribute('data-handle') ?? e.getAttribute('data-control') ?? ''),
  )
  expect(expected.filter((name) => !seen.has(name))).toEqual([])
  const spoken = () => page.locator('[data-spoken]').innerText()
  const before = await spoken()
  await page.getByRole('button', { name: 'One step forward' }).click()
  await page.waitForFunction((old) => document.querySelector('[data-spoken]')?.textContent !== old, before)
  expect(await spoken()).toContain('31')
})
