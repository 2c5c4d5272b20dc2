// Every snippet is run, at the defaults and at every preset: it prints the page's numbers at the page's step. If it draws other random numbers than
// the page, means over several seeds are compared.
import { expect, it } from 'vitest'
import { type AnyDemo, defaultsOf, merge, type Params } from '@/contract'
import { prepare, runNow } from '@/engine'
import { lastNumbers, python, runPrograms } from '../support/python'
import { everyDemo } from './demos'

const SEEDS = Array.from({ length: 6 }, (_, k) => 1000 + k)
const SIGMAS = 5
const RELATIVE = 1e-6 // a run on the edge of chaos amplifies the last digit
const ABSOLUTE = 1e-9
const MOST = 64 // steps: Python is slow

interface Shown {
  name: string
  params: Params
  step: number
  /** With other seeds, if random numbers are drawn. */
  draws: Params[]
}
/** The page at the defaults, and at every preset. */
async function shownIn(demo: AnyDemo): Promise<Shown[]> {
  const presets = Object.entries(demo.presets).map(([name, { params, step }]) => ({ name, wish: params, at: step }))
  return Promise.all(
    [{ name: 'defaults', wish: {}, at: demo.opening }, ...presets].map(async ({ name, wish, at }) => {
      const params = merge(demo.params, defaultsOf(demo.params), wish) as Params
      await prepare(demo.params, params)
      const last = Math.min(demo.model.steps(params), MOST)
      const step = at === undefined || at === 'end' ? last : Math.min(at, last)
      const { prints, random } = demo.snippet!
      const varies = prints(params, step).length > 0 && random?.(params)
      const draws = varies ? SEEDS.map((seed) => ({ ...params, seed })) : [params]
      return { name, params, step, draws }
    }),
  )
}

/** Mean and variance of the rows' numbers at place `k`; rows without such a number do not count. */
function momentsOf(rows: readonly number[][], k: number): { count: number; mean: number; variance: number } {
  const values = rows.map((row) => row[k]!).filter((value) => !Number.isNaN(value))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { count: values.length, mean, variance: values.length > 1 ? squares / (values.length - 1) / values.length : 0 }
}

const demos = (await everyDemo()).filter(({ demo }) => demo.snippet)

it.each(demos)('$slug: the snippet prints the numbers of the page', async ({ demo, slug }) => {
  const { code, prints, random, files } = demo.snippet!
  const shown = await shownIn(demo)
  for (const { name, params, step } of shown) {
    const text = code(params, step)
    expect(text.split('\n').length, name).toBeGreaterThan(3)
    expect(text, name).not.toMatch(/NaN|undefined|\[object/)
    const says = /other random numbers/.test(text)
    expect(says, `${name}: says that its random numbers are others`).toBe(random?.(params) ?? false)
  }
  if (python === undefined) return console.warn(`${slug}: there is no Python with NumPy here: the snippet was not run.`)
  const isTorch = /import torch/.test(code(shown[0]!.params, 1))
  const all = shown.flatMap(({ draws, step }) => (isTorch ? draws.slice(0, 1) : draws).map((params) => ({ params, step })))
  const printed = runPrograms(
    all.map(({ params, step }) => ({ code: code(params, step), runs: !isTorch, files: files?.(params) })),
  )
  for (const [k, text] of printed.entries()) expect(text, JSON.stringify(all[k])).not.toMatch(/^failed/)
  if (isTorch) return
  let compared = 0
  for (const { name, params, step, draws } of shown) {
    const names = prints(params, step)
    const theirs = printed.splice(0, draws.length).map(lastNumbers)
    if (names.length === 0) continue
    const ours = draws.map((draw) => {
      const { series } = runNow(demo, draw, step)
      return names.map((readout) => series[readout]![step]!)
    })
    for (const [k, readout] of names.entries()) {
      const [snippet, page] = [momentsOf(theirs, k), momentsOf(ours, k)]
      const where = `${name}, step ${step}, ${readout}: ${snippet.mean} by ${snippet.count} snippets, ${page.mean} by ${page.count} pages`
      if (page.count === 0) {
        expect(snippet.count, where).toBe(0)
        continue
      }
      const off = SIGMAS * Math.sqrt(snippet.variance + page.variance) + ABSOLUTE + RELATIVE * Math.abs(page.mean)
      expect(Math.abs(snippet.mean - page.mean), where).toBeLessThanOrEqual(off)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(0)
})
