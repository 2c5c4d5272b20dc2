// The content security policy of every page of the build, as meta elements and in the headers for hosts that send them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { site } from '../support/hosts'
import { admitted, STRANGERS } from '../support/strangers'

const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))

it.each(pages)('%s has no script within but those that its policy names', (file) => {
  const html = readFileSync(`dist/${file}`, 'utf8')
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  const within = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map((match) => match[1] ?? '')
  const hashes = within.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  const named = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? []
  expect(named.filter((source) => !["'self'", 'http:', 'https:'].includes(source))).toEqual(hashes)
  expect(html).not.toMatch(/<script [^>]*(?<!\bsrc="\/[^>]*)>/)
  expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i)
})

it('is in the headers too, which alone can say who may frame a page', () => {
  const headers = readFileSync('dist/_headers', 'utf8')
  const framed = (path: string) => new RegExp(`^${path}\\n(?: .*\\n)*? .*frame-ancestors ([^;]*);`, 'm').exec(headers)?.[1]
  expect([framed('/embed/\\*'), framed('/d/\\*'), framed('/index\\.html')]).toEqual(['*', "'none'", "'none'"])
})

const strangers = site({ ...STRANGERS, '/host': '<iframe sandbox="allow-scripts" src="SITE/embed/heavy-ball/"></iframe>' })

it('lets nothing in from elsewhere, in a page and in a frame', async () => {
  const { page } = await strangers.visit('/plain')
  expect(await page.evaluate(admitted, strangers.url())).toEqual(['script', 'style', 'image', 'inline'])
  for (const path of ['/', '/d/heavy-ball/', '/embed/heavy-ball/']) {
    await page.goto(inject('url') + path)
    expect(await page.evaluate(admitted, strangers.url()), path).toEqual([])
  }
  await page.goto(`${strangers.url()}/host`)
  const frame = page.frames()[1]
  await frame?.waitForSelector('html[data-ready]')
  expect(await frame?.evaluate(admitted, strangers.url())).toEqual([])
})
