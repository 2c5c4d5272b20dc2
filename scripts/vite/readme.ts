// A demo's README as sections of HTML: one for each `## ` heading. Formulas are between dollars, or between double dollars on their own lines.
import { Marked, type Token } from 'marked'
import markedKatex from 'marked-katex-extension'
import { checkMathml } from './tex.ts'

export interface Readme {
  /** The text before the first section, without the title. */
  intro: string
  sections: { id: string; title: string; html: string }[]
}

const idOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A dollar left over in the text is a formula that was not closed, or broken over lines. */
function refuseStrayDollar(token: Token) {
  if (token.type === 'text' && !('tokens' in token && token.tokens) && token.raw.includes('$')) {
    throw new Error(`a dollar without partner (write \\$ for the sign) in "${token.raw.slice(0, 80)}"`)
  }
}

/** Makes things that may be wider than a phone scroll on their own, by keyboard too. */
const reachable = (html: string): string =>
  html
    .replaceAll('<span class="katex-display">', '<span class="katex-display" tabindex="0">')
    .replaceAll('<table>', '<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>')

/** Throws on invalid TeX or MathML, on a stray dollar, on a column without a name, and on two sections of one name. */
export function readme(markdown: string): Readme {
  const marked = new Marked()
  marked.use(markedKatex({ nonStandard: true, strict: 'error', output: 'htmlAndMathml' }))
  const tokens = marked.lexer(markdown)
  const starts = tokens.flatMap((token, index) => (token.type === 'heading' && token.depth === 2 ? [index] : []))
  const html = (from: number, to?: number) => {
    const part = tokens.slice(from, to)
    marked.walkTokens(part, refuseStrayDollar)
    const text = marked.parser(part)
    checkMathml(text)
    if (text.includes('<th></th>')) throw new Error('a column of a table has no name, which screen readers say')
    return reachable(text)
  }
  const sections = starts.map((start, k) => {
    const title = (tokens[start] as Token & { text: string }).text
    return { id: idOf(title), title, html: html(start + 1, starts[k + 1]) }
  })
  const ids = sections.map((section) => section.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new Error(`two sections are called "${twice}"`)
  const title = tokens[0]?.type === 'heading' && tokens[0].depth === 1 ? 1 : 0
  return { intro: html(title, starts[0] ?? tokens.length), sections }
}
