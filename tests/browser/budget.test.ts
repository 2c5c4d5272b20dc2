// What the page of scripts/budget.json really loads before it can be used; scripts/budget.mjs reads the same from the manifest.
import { expect, it } from 'vitest'
import { checkBuild, readBudget } from '../../scripts/lib/budget.mjs'
import { isReady, open } from '../support/browser'

it('loads no more than its budget, and nothing that the manifest does not promise', async () => {
  const { slug } = readBudget()
  const visit = await open(`/d/${slug}`)
  await isReady(visit, slug)
  const loaded = [...visit.scripts]
  expect(visit.problems).toEqual([])
  expect(loaded.length).toBeGreaterThan(2)
  expect(checkBuild(loaded).faults).toEqual([])
  const promised = checkBuild().files
  expect(loaded.filter((file) => !promised.includes(file))).toEqual([])
})
