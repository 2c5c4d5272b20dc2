// Markdown with TeX as HTML. Nothing of the text is HTML: tags are shown as letters, links lead to pages only, so that a lecture of a stranger is safe.
import katex from 'katex'
import { Marked, type TokenizerAndRendererExtension } from 'marked'

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

const isSafe = (address: string) => /^(https?:|mailto:|[/?#])/i.test(address) && !/^\/\//.test(address)

/** `mathml` needs no style sheet: for files that leave the site. */
type Output = 'html' | 'mathml'

const math = (output: Output): TokenizerAndRendererExtension => ({
  name: 'math',
  level: 'inline',
  start: (text) => text.indexOf('$'),
  tokenizer(text) {
    const [raw, double, single] = /^\$\$((?:\\.|[^$\\])+)\$\$|^\$(?! )((?:\\.|[^$\\\n])+)(?<! )\$(?!\d)/.exec(text) ?? []
    return raw === undefined ? undefined : { type: 'math', raw, source: double ?? single, display: double !== undefined }
  },
  renderer: ({ source, display }) =>
    katex.renderToString(source, {
      displayMode: display,
      throwOnError: false,
      trust: false,
      maxExpand: 100,
      strict: 'ignore',
      output: output === 'html' ? 'htmlAndMathml' : 'mathml',
    }),
})

const makers = new Map<Output, Marked>()
function maker(output: Output): Marked {
  const made = makers.get(output) ?? new Marked({ gfm: true, breaks: true })
  if (!makers.has(output)) {
    made.use({
      extensions: [math(output)],
      renderer: {
        html: ({ text }) => escaped(text),
        link({ href, tokens }) {
          const words = this.parser.parseInline(tokens)
          return isSafe(href) ? `<a href="${escaped(href)}" rel="noopener noreferrer">${words}</a>` : words
        },
        image: ({ text }) => escaped(text), // a picture from elsewhere would tell elsewhere who looks
      },
    })
    makers.set(output, made)
  }
  return made
}

/** HTML of a text; what TeX cannot read stands there as it was typed. */
export const toHtml = (text: string, output: Output = 'html'): string => maker(output).parse(text, { async: false })
