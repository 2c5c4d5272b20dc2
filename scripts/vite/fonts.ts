// Fonts in two parts: a small file with the characters that pages use, without the axes that they do not, and the whole file for all others. A browser
// loads the second only where such a character stands, in a visitor's lecture for instance.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const codes = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, k) => first + k)
const letters = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) as number)
const ASCII = codes(0x20, 0x7e)
const GREEK = [...codes(0x391, 0x3a9), ...codes(0x3b1, 0x3c9), ...letters('ϕϵϑ')]
/** ASCII, Latin-1, Latin Extended-A, and signs that our texts use. */
const TEXT = [
  ...ASCII,
  ...codes(0xa0, 0x17f),
  ...codes(0x300, 0x304),
  ...letters('–—‘’“”…·×−√≈≤≥±←→↑↓∞∂∇∑⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉′″'),
  ...GREEK,
]
/** KaTeX also sets spaces of several widths. */
const MATH = [
  ...ASCII,
  0xa0,
  ...codes(0x2002, 0x200b),
  0x2061,
  ...GREEK,
  ...letters('−±×⋅·∞∂∇∑∏∫√≈≠≤≥≪≫←→↦⇒∈∥∣⟨⟩∘∗∼≡⊤⊥…⋯ˆˉ˙˜′ℓ⋆∝'),
]

interface Cut {
  font: RegExp
  characters: readonly number[]
  axes?: Readonly<Record<string, number | { min: number; max: number }>>
}
/** Weights as the style sheets use them; optical sizes as of the letters that are most of a page. */
const CUTS: readonly Cut[] = [
  {
    font: /inter-(latin|greek|vietnamese)-opsz-normal\.woff2/,
    characters: TEXT,
    axes: { opsz: 14, wght: { min: 400, max: 650 } },
  },
  {
    font: /source-serif-4-(latin|greek|vietnamese)-opsz-normal\.woff2/,
    characters: TEXT,
    axes: { opsz: 18, wght: { min: 400, max: 600 } },
  },
  { font: /KaTeX_(Main-Regular|Math-Italic)\.woff2/, characters: MATH },
]

const range = (characters: readonly number[]) => characters.map((code) => `U+${code.toString(16)}`).join(',')

/** The small file, made once for each font and choice of characters. */
async function smallOf(file: string, cache: string, { characters, axes }: Cut): Promise<string> {
  const whole = readFileSync(file)
  const hash = createHash('sha256')
    .update(whole)
    .update(JSON.stringify([characters, axes]))
    .digest('hex')
    .slice(0, 12)
  const path = join(cache, `${hash}.woff2`)
  if (existsSync(path)) return path
  const small = await subsetFont(whole, String.fromCodePoint(...characters), {
    targetFormat: 'woff2',
    ...(axes && { variationAxes: axes }),
  })
  mkdirSync(cache, { recursive: true })
  writeFileSync(path, small)
  return path
}

/** After each rule for one of our fonts, one for its small file: where both have a character, the later rule counts. */
export async function inTwoParts(css: string, folder: string, cache: string): Promise<string> {
  const parts: string[] = []
  let done = 0
  for (const { 0: rule, index } of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
    const [, url = ''] = /url\(["']?([^)"']+\.woff2)["']?\)/.exec(rule) ?? []
    const cut = CUTS.find(({ font }) => font.test(url))
    parts.push(css.slice(done, index + rule.length))
    done = index + rule.length
    if (cut === undefined) continue
    const small = relative(folder, await smallOf(join(folder, url), cache, cut)).replaceAll('\\', '/')
    const declarations = rule
      .slice(rule.indexOf('{') + 1, -1)
      .replace(/unicode-range:[^;}]*;?/, '')
      .trim()
      .replace(/;?$/, ';')
    parts.push(`\n@font-face {${declarations.replace(url, small)}unicode-range:${range(cut.characters)};}`)
  }
  return parts.join('') + css.slice(done)
}

export function fonts(): Plugin {
  let cache = ''
  return {
    name: 'momentarium:fonts',
    enforce: 'pre',
    configResolved({ root }) {
      cache = join(root, 'node_modules/.cache/momentarium/fonts')
    },
    transform: {
      filter: { id: /\/(@fontsource-variable|katex\/dist)\/.*\.css/ },
      async handler(css, id) {
        return { code: await inTwoParts(css, dirname(id), cache), map: null }
      },
    },
  }
}
