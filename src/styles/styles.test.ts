import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n')

it('draws parts of sliders for one engine as for the other', () => {
  const selectors = (part: string) => [...css.matchAll(new RegExp(`^ *(.*)::${part}\\b`, 'gm'))].map((match) => match[1])
  expect(selectors('-webkit-slider-thumb').length).toBeGreaterThan(0)
  expect(selectors('-moz-range-thumb')).toEqual(selectors('-webkit-slider-thumb'))
  expect(selectors('-moz-range-track')).toEqual(selectors('-webkit-slider-runnable-track'))
})

it('draws select boxes itself: WebKit has native ones otherwise', () => {
  const rules = [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    body,
  }))
  const boxes = rules.filter(({ selector }) => /(^|[\s,>])select\b/.test(selector))
  expect(boxes.find(({ selector }) => selector === 'select')?.body).toContain('appearance: none')
  expect(boxes.filter(({ body }) => /appearance: (?!none)/.test(body))).toEqual([])
})
