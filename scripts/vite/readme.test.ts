import { expect, it } from 'vitest'
import { readme } from './readme'

const text = `# Title

Opening.

## Decay

At rate $k$ (or $2k$-fold).

$$
x = e^{-kt}
$$

## What is simplified

Costs \\$5; \`$HOME\` is code.
`

it('makes a section of each heading of the second level', () => {
  const { intro, sections } = readme(text)
  expect(intro).toBe('<p>Opening.</p>\n')
  expect(sections.map(({ id, title }) => [id, title])).toEqual([
    ['decay', 'Decay'],
    ['what-is-simplified', 'What is simplified'],
  ])
  expect(sections[0]?.html.match(/class="katex"/g)).toHaveLength(3)
  expect(sections[0]?.html).toContain('katex-display')
  expect(sections[1]?.html).toBe('<p>Costs $5; <code>$HOME</code> is code.</p>\n')
})

it('has no intro without text before the first section', () => {
  expect(readme('## One\n\nx').intro).toBe('')
})

it.each([
  ['## A\n\n$\\frac{1}{$', 'KaTeX parse error'],
  ['## A\n\nAt $k is a rate.', 'a dollar without partner'],
  ['## A\n\nText\n$$\nx\n$$', 'a dollar without partner'],
  ['## A\n\n- item with **bold $k**', 'a dollar without partner'],
  ['## A\n\n| | x |\n| --- | --- |\n| a | b |', 'a column of a table has no name'],
  ['## A\n\nx\n\n## a\n\ny', 'two sections are called "a"'],
])('refuses %j', (markdown, why) => {
  expect(() => readme(markdown)).toThrow(why)
})
