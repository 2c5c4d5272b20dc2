import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { create, refusal, titleOf } from './newDemo.mjs'

const demos = mkdtempSync(join(tmpdir(), 'demos-'))

it('refuses bad slugs and existing folders in a sentence', () => {
  mkdirSync(join(demos, 'taken'))
  for (const slug of ['Ball', 'two--hyphens', '-a', 'a-', '3d', 'a/b', '..', 'a b'])
    expect(refusal(slug, demos)).toContain('is no slug')
  expect(refusal(undefined, demos)).toContain('Which slug?')
  expect(refusal('taken', demos)).toBe('demos/taken exists already.')
  expect(refusal('damped-pendulum', demos)).toBeNull()
})

it('fills in slug and title', () => {
  create('damped-pendulum', 'scripts/template', demos)
  const meta = readFileSync(join(demos, 'damped-pendulum/meta.ts'), 'utf8')
  expect(meta).toContain("slug: 'damped-pendulum',\n  title: 'Damped pendulum',")
  expect(readFileSync(join(demos, 'damped-pendulum/README.md'), 'utf8')).toMatch(/^# Damped pendulum\n/)
  expect(titleOf('um2n')).toBe('Um2n')
})
