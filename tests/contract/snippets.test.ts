// Every snippet is Python that compiles, at the defaults and at every preset.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { everyDemo } from './demos'

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0)

it('compiles every snippet', async ({ annotate }) => {
  const snippets = (await everyDemo()).flatMap(({ slug, demo }) => {
    const paper = defaultsOf(demo.params)
    const states = [paper, ...Object.values(demo.presets).map((preset) => merge(demo.params, paper, preset.params))]
    return demo.snippet ? states.map((params, k) => ({ name: `${slug}-${k}`, text: demo.snippet?.(params) ?? '' })) : []
  })
  expect(snippets.length).toBeGreaterThan(10)
  for (const { name, text } of snippets) {
    expect(text.split('\n').length, name).toBeGreaterThan(3)
    expect(text, name).not.toMatch(/NaN|undefined|\[object/)
  }
  if (python === undefined) {
    await annotate('There is no Python here: the snippets were not compiled.')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'))
  try {
    const files = snippets.map(({ name, text }) => {
      const file = join(folder, `${name}.py`)
      writeFileSync(file, text)
      return file
    })
    execFileSync(python, ['-m', 'py_compile', ...files], { stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
