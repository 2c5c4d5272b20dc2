// The table of claims, and the dialog with the code for embedding.
import { expect, it } from 'vitest'
import { isReady, open } from '../support/browser'

it('shows every claim as the build measured it, with the state that shows it, and measures again', async () => {
  const { page, problems } = await open('/claims/')
  await page.waitForSelector('html[data-ready=claims]')
  const rows = await page.locator('.proof tbody tr').count()
  expect(rows).toBeGreaterThan(50)
  expect(await page.locator('.proof td:nth-child(2) .good').count()).toBe(rows)
  const link = page.locator('.proof tbody tr').nth(1).getByRole('link', { name: 'Show this state' })
  expect(await link.getAttribute('href')).toMatch(/^\/d\/[a-z-]+/)
  await page.getByRole('button', { name: 'Measure all of it in this browser' }).click()
  await page.locator('.proof td:nth-child(4) .good').nth(2).waitFor({ timeout: 30_000 })
  expect(await page.locator('.proof td:nth-child(4) .bad').count()).toBe(0)
  await page.getByRole('button', { name: 'Stop' }).click()
  await link.click()
  await page.waitForSelector('.stage .plot')
  expect(problems).toEqual([])
})

it('shows slow claims as the build measured them, and measures them when asked', async () => {
  const { page, problems } = await open('/d/koopman-limits')
  const slow = page.locator('.claim', { hasText: 'The spectrum algorithm does not' })
  const detail = page.locator('.claim.holds + .claim-detail', { hasText: 'as the build measured it' })
  await slow.getByRole('button', { name: 'holds' }).click()
  await detail.getByRole('button', { name: 'measure it here' }).click()
  await page.locator('.claim.measuring', { hasText: 'The spectrum algorithm does not' }).waitFor()
  await page.locator('.claim.holds', { hasText: 'The spectrum algorithm does not' }).waitFor({ timeout: 120_000 })
  expect(await detail.count()).toBe(0)
  expect(problems).toEqual([])
})

it('can be read without scripts', async () => {
  const { page } = await open('/claims/')
  const html = await (await page.request.get(page.url())).text()
  expect(html).toMatch(/<tr><td>[a-z-]+<\/td><td>.+?<\/td><td>[-\d.e+]+ .*?<td>holds<\/td>/)
})

it('gives away the state on screen, for every host, with a preview that runs', async () => {
  const { page, problems } = await open('/d/heavy-ball?beta=0.9')
  await isReady({ page, problems, scripts: [] }, 'heavy-ball')
  await page.getByRole('button', { name: 'Embed' }).click()
  const dialog = page.locator('dialog.embed-dialog')
  const code = () => dialog.locator('textarea').inputValue()
  expect(await code()).toMatch(
    /<iframe src="http:.*\/embed\/heavy-ball\/\?beta=0\.9&amp;ui=player".*sandbox="allow-scripts allow-downloads"/s,
  )
  await page.frameLocator('dialog iframe').locator('.stage .plot').first().waitFor()
  const choose = (label: string, option: string) => dialog.getByLabel(label).selectOption(option)
  await choose('Into', 'reveal')
  expect(await code()).toMatch(/<momentarium-demo demo="heavy-ball" beta="0.9" ui="player" data-steps/)
  await choose('Theme', 'dark')
  await choose('Interface', 'none')
  expect(await code()).toMatch(/ui="none" theme="dark"/)
  await choose('Into', 'slidev')
  expect(await code()).toContain('<Momentarium demo="heavy-ball"')
  await choose('Into', 'markdown')
  expect(await code()).toMatch(/^\[!\[The heavy ball\]/)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(problems).toEqual([])
})
