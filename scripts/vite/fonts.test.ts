import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inTwoParts } from './fonts'

it.each([
  ['node_modules/@fontsource-variable/inter', 'opsz.css', 'inter-latin-opsz-normal', 35_000],
  ['node_modules/@fontsource-variable/source-serif-4', 'opsz.css', 'source-serif-4-latin-opsz-normal', 40_000],
  ['node_modules/katex/dist', 'katex.css', 'KaTeX_Main-Regular', 18_000],
])('keeps the whole file of %s beside a small one', async (folder, file, font, most) => {
  const cache = mkdtempSync(join(tmpdir(), 'fonts-'))
  try {
    const css = await inTwoParts(readFileSync(join(folder, file), 'utf8'), folder, cache)
    const rules = [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([rule]) => rule)
    const whole = rules.findIndex((rule) => rule.includes(font))
    const small = rules[whole + 1] as string
    expect(small).toMatch(/unicode-range:U\+20,U\+21,.*U\+3b1/) // a space, an exclamation mark, an alpha
    const [, url = ''] = /url\(["']?([^)"']+\.woff2)/.exec(small) ?? []
    expect(statSync(join(folder, url)).size).toBeLessThan(most)
    expect(small.match(/font-family:[^;]*/)?.[0]).toBe(rules[whole]?.match(/font-family:[^;]*/)?.[0])
    expect(small.match(/;;/)).toBeNull()
  } finally {
    rmSync(cache, { recursive: true })
  }
})
