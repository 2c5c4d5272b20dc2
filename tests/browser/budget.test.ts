// What the pages of scripts/budget.json really load before they can be used; scripts/budget.mjs reads the same from the manifest.
import { expect, it } from 'vitest'
import { checkBuild, readBudgets } from '../../scripts/lib/budget.mjs'
import { isReady, loadedBefore, open } from '../support/browser'

/** scripts/budget.mjs checks the manifest for all demos; this checks that browsers load what it says. */
const tried = readBudgets().filter(({ slug }) => ['heavy-ball', 'two-ball-drop'].includes(slug))

it.each(tried)('$kind of $slug loads no more than its budget, and nothing that the manifest does not promise', async (page) => {
  const visit = await open(page.kind === 'frame' ? `/embed/${page.slug}/` : `/d/${page.slug}`)
  await isReady(visit, page.slug)
  const loaded = await loadedBefore(visit) // claims are measured afterwards, by a worker that may still be loading
  expect(visit.problems).toEqual([])
  expect(loaded.length).toBeGreaterThan(2)
  expect(checkBuild(page, loaded).faults).toEqual([])
  const promised = checkBuild(page).files
  expect(loaded.filter((file) => !promised.includes(file))).toEqual([])
})
