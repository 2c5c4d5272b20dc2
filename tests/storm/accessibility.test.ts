// axe on every demo, in its lecture, in every theme and at two widths, and in frames.
import { expect, it } from 'vitest'
import { axeFaults, LOOKS } from '../support/axe'
import { isReady, open } from '../support/browser'
import { demosToTest } from '../support/demos'

const pages = demosToTest().flatMap((slug) => LOOKS.map((look) => ({ slug, ...look })))

it.each(pages)('finds nothing on the page of $slug, in its lecture: $theme, $width px', async ({ slug, theme, width }) => {
  const visit = await open(`/d/${slug}?step=1&theme=${theme}`, { width })
  await isReady(visit, slug)
  await visit.page.locator('.references').scrollIntoViewIfNeeded()
  await visit.page.waitForSelector('.readme section')
  await visit.page.waitForSelector('.claim')
  await visit.page.waitForFunction(() => document.querySelectorAll('.claim.measuring').length === 0, null, { timeout: 60_000 })
  expect(await axeFaults(visit)).toEqual([])
})

it.each(pages)('finds nothing in a frame of $slug: $theme, $width px', async ({ slug, theme, width }) => {
  const visit = await open(`/embed/${slug}/?ui=controls&theme=${theme}`, { width })
  await isReady(visit, slug)
  expect(await axeFaults(visit)).toEqual([])
})
