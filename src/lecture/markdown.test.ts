import { expect, it } from 'vitest'
import { toHtml } from './markdown'

it('sets Markdown and TeX', () => {
  expect(toHtml('**bold** and [a](https://x.org)')).toBe(
    '<p><strong>bold</strong> and <a href="https://x.org" rel="noopener noreferrer">a</a></p>\n',
  )
  expect(toHtml('so $x^2$ grows')).toContain('class="katex"')
  expect(toHtml('so $x^2$ grows', 'mathml')).toMatch(/<math.*<msup>/)
  expect(toHtml('it costs 5$ and 6$')).toBe('<p>it costs 5$ and 6$</p>\n')
})

it.each([
  '<script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> b',
  '[x](javascript:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](//evil.example)',
  '[x](data:text/html,hello)',
  '![x](https://evil.example/y.png)',
  '<a href="javascript:alert(1)">x</a>',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\htmlClass{x}{y}$',
  '$\\includegraphics{https://evil.example/y.png}$',
  '<https://ok.example>\n\n<svg/onload=alert(1)>',
  '`<b>`',
  '```html\n<b>\n```',
])('lets no tag, script or foreign picture of %j through', (text) => {
  const html = toHtml(text)
  const tags = [...html.replace(/<annotation.*?<\/annotation>/gs, '').matchAll(/<([a-z]+)([^>]*)>/gi)]
  for (const [, name = '', attributes = ''] of tags) {
    expect(['script', 'img', 'svg', 'iframe', 'style', 'b']).not.toContain(name.toLowerCase())
    expect(attributes).not.toMatch(/\son\w+=|javascript:|data:|\/\/evil/i)
  }
})

it('shows TeX that cannot be read as it was typed', () => {
  expect(toHtml('$\\frac{1$')).toContain('\\frac{1')
  expect(toHtml(`$${'\\def\\a{\\a\\a}\\a'}$`)).toContain('katex-error')
})
