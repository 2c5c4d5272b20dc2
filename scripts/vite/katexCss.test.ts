import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { onlyWoff2 } from './katexCss'

it('leaves one source for each font of the installed KaTeX', () => {
  const css = readFileSync('node_modules/katex/dist/katex.min.css', 'utf8')
  const fonts = css.match(/@font-face/g)
  const sources = onlyWoff2(css).match(/url\([^)]*\)/g) ?? []
  expect(sources).toHaveLength(fonts?.length ?? 0)
  expect(sources.every((source) => source.endsWith('.woff2)'))).toBe(true)
})
