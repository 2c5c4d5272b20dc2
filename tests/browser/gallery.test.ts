// The gallery as a visitor uses it: searched, filtered, left and returned to.
import { expect, it } from 'vitest'
import { allDemos } from '../../scripts/lib/demos.mjs'
import { eventually, open } from '../support/browser'

it('finds by what one types, keeps it in the address, and brings it back', async () => {
  const { page, problems } = await open('/')
  await page.waitForSelector('html[data-ready=gallery]')
  const cards = () => page.locator('.card h3').allInnerTexts()
  const all = await cards()
  expect(all.length).toBe(allDemos().length)
  expect(new Set(all).size, 'each demo stands once').toBe(all.length)
  const field = page.getByRole('searchbox')
  await field.pressSequentially('mezic')
  await eventually(() => cards().then((titles) => titles.length)).toBe(1)
  await eventually(() => new URL(page.url()).search).toBe('?q=mezic')
  await page.reload()
  await page.waitForSelector('html[data-ready=gallery]')
  expect(await field.inputValue()).toBe('mezic')
  expect((await cards()).length).toBe(1)
  await page.locator('.card a').click()
  await page.waitForSelector('html[data-ready=koopman-limits]')
  await page.goBack()
  await page.waitForSelector('html[data-ready=gallery]')
  expect(await field.inputValue()).toBe('mezic')

  await field.fill('')
  await eventually(() => new URL(page.url()).search).toBe('')
  await page.getByText('Training on many machines', { exact: true }).first().click()
  await eventually(() => new URL(page.url()).search).toBe('?topic=distributed')
  expect((await cards()).length).toBeLessThan(all.length)
  await page.goBack()
  await eventually(() => cards().then((titles) => titles.length)).toBe(all.length)
  expect(problems).toEqual([])
})

it('says what was probably meant, of a search and of an address', async () => {
  const { page } = await open('/?q=hevy%20xyzzy&topic=nothing')
  await page.waitForSelector('.nothing .near a')
  expect(await page.locator('.near a').first().getAttribute('href')).toBe('/d/heavy-ball')
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.waitForSelector('.topic-group')
  await page.goto(`${new URL(page.url()).origin}/d/momentum-samplers`)
  await page.waitForSelector('.error-page .near a')
  expect(await page.locator('.near a').first().getAttribute('href')).toBe('/d/momentum-sampling')
  await page.locator('.near a').first().click()
  await page.waitForSelector('html[data-ready=momentum-sampling]')
})
