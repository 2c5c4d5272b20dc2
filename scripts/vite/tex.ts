// TeX to HTML with MathML, in the build: no page loads KaTeX's script.
import katex from 'katex'
import { segmentsOf, texIn } from '../../src/contract/text.ts'

/** Symbols (TeX) by the names that `\p{name}` may use. */
export type Symbols = Readonly<Record<string, string | undefined>>

/** One formula. `\p{beta}` becomes the symbol of `beta`, wrapped in an element with `data-param="beta"`. Throws on invalid TeX. */
export function typeset(tex: string, displayMode: boolean, symbols: Symbols = {}): string {
  const linked = tex.replace(/\\p\{(\w+)\}/g, (_, name: string) => {
    const symbol = symbols[name]
    if (symbol === undefined) throw new Error(`\\p{${name}} names no parameter with a symbol`)
    return `\\htmlData{param=${name}}{${symbol}}`
  })
  const html = katex.renderToString(linked, {
    displayMode,
    output: 'htmlAndMathml',
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }) => command === '\\htmlData',
  })
  checkMathml(html)
  return html
}

/** Children that an element of MathML must have; in others any number is valid. */
const CHILDREN: Readonly<Record<string, number>> = {
  msub: 2,
  msup: 2,
  mfrac: 2,
  mroot: 2,
  mover: 2,
  munder: 2,
  msubsup: 3,
  munderover: 3,
}

/** Throws if an element of the MathML in `html` has more or fewer children than it must: browsers and screen readers drop such formulas. */
export function checkMathml(html: string): void {
  const open: { name: string; children: number }[] = []
  for (const [, closes, name = '', empty] of html.matchAll(/<(\/?)(m[a-z]+|semantics|annotation)\b[^>]*?(\/?)>/g)) {
    if (closes) {
      const element = open.pop()
      const wanted = CHILDREN[name]
      if (element?.name !== name) throw new Error(`</${name}> closes <${element?.name}>`)
      if (wanted !== undefined && element.children !== wanted)
        throw new Error(`<${name}> has ${element.children} children, not ${wanted}`)
      continue
    }
    const parent = open.at(-1)
    if (parent) parent.children++
    if (!empty) open.push({ name, children: 0 })
  }
}

/** A formula of a demo; each is looked up by its source, equations by `display:` and their source. */
export interface Formula {
  tex: string
  display: boolean
}

/** All TeX of a demo's data: every `symbol`, every equation, and the text between dollars in all other texts. */
export function formulasOf(data: unknown, key = ''): Formula[] {
  if (typeof data === 'string') {
    if (key === 'symbol') return [{ tex: data, display: false }]
    if (key === 'tex') return [{ tex: data, display: true }]
    return texIn(data).map((tex) => ({ tex, display: false }))
  }
  if (Array.isArray(data)) return data.flatMap((item) => formulasOf(item, key))
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([name, value]) => formulasOf(value, name))
}

/** HTML by source. Throws with the source of an invalid formula. */
export function typesetAll(formulas: readonly Formula[], symbols: Symbols): Record<string, string> {
  const html: Record<string, string> = {}
  for (const { tex, display } of formulas) {
    try {
      html[display ? `display:${tex}` : tex] = typeset(tex, display, symbols)
    } catch (error) {
      throw new Error(`invalid TeX: ${tex}\n${error instanceof Error ? error.message : error}`)
    }
  }
  return html
}

/** A text with its TeX as one would type it: `$\\sqrt\\beta$` is √β. */
export const plainTex = (text: string): string =>
  segmentsOf(text)
    .map(({ math, text }) => (math ? plainFormula(text) : text))
    .join('')

const MARKS: Readonly<Record<string, string>> = { msqrt: '√', msup: '^', msub: '_', mfrac: '/' }
/** The MathML of a formula as a line of text. */
function plainFormula(tex: string): string {
  const mathml = katex.renderToString(tex.replace(/\\p\{(\w+)\}/g, '$1'), { output: 'mathml', throwOnError: false })
  const inside = mathml.replace(/<annotation.*?<\/annotation>/gs, '')
  const marked = inside
    .replace(/<msqrt>/g, MARKS.msqrt as string)
    .replace(/<(msup|msub|mfrac)>((?:<(\w+)[^>]*>[^<]*<\/\3>))/g, (_, kind: string, first: string) => `${first}${MARKS[kind]}`)
  return marked
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\u2061\u200b]/g, '')
}
