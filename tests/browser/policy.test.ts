// The content security policy of every page of the build, as a meta element and in the headers for hosts that send them.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))

it.each(pages)('%s admits no script from elsewhere and has none within', (file) => {
  const html = readFileSync(`dist/${file}`, 'utf8')
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(/script-src ([^;]*)/.exec(policy)?.[1] ?? "'self'").toBe("'self'")
  expect(html).not.toMatch(/<script(?![^>]*\bsrc="\/)/)
  expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i)
})

it('is in the headers too, which alone can say who may frame a page', () => {
  const headers = readFileSync('dist/_headers', 'utf8')
  const framed = (path: string) => new RegExp(`^${path}\\n(?: .*\\n)*? .*frame-ancestors ([^;]*);`, 'm').exec(headers)?.[1]
  expect([framed('/embed/\\*'), framed('/d/\\*'), framed('/index\\.html')]).toEqual(['*', "'none'", "'none'"])
})
