import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { refusal, titleOf } from './newDemo.mjs'
import { root } from './run.mjs'

it('refuses bad slugs and existing folders in a sentence', () => {
  const demos = mkdtempSync(join(tmpdir(), 'demos-'))
  mkdirSync(join(demos, 'taken'))
  for (const slug of ['Ball', 'two--hyphens', '-a', 'a-', '3d', 'a/b', '..', 'a b'])
    expect(refusal(slug, demos)).toContain('is no slug')
  expect(refusal(undefined, demos)).toContain('Which slug?')
  expect(refusal('taken', demos)).toBe('demos/taken exists already.')
  expect(refusal('damped-pendulum', demos)).toBeNull()
  expect(titleOf('um2n')).toBe('Um2n')
  rmSync(demos, { recursive: true })
})

/** Tests of check-demo that see nothing of a new demo: of lessons and tours of others, of the template itself (the second of two demos). */
const OF_OTHERS = /contract\/(lesson|links|odd|tours)\.test\.tsx?$/

it('makes a demo that passes check-demo, but for the browser', () => {
  const copy = mkdtempSync(join(tmpdir(), 'project-'))
  try {
    const parts = ['src', 'demos', 'tours', 'tests', 'scripts', 'packages', 'biome.json', '.gitignore']
    for (const part of [...parts, 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'])
      cpSync(join(root, part), join(copy, part), { recursive: true, filter: (path) => !OF_OTHERS.test(path) })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('VITEST')))
    const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env }).stdout
    const slug = 'a-demo-whose-name-is-longer-than-that-of-all-others'

    expect(run('scripts/new-demo.mjs', slug)).toContain(`demos/${slug} is there`)
    expect(readFileSync(join(copy, `demos/${slug}/meta.ts`), 'utf8')).toContain("title: 'A demo whose name is longer")
    expect(run('scripts/checkDemo.mjs', slug, '--without-browser')).toMatch(/\d+ passed, 0 failed\n$/)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})
