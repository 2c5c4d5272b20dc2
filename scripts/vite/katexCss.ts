// KaTeX's style sheet names each font in three formats; every supported browser reads the first, so the build emits only that.
import type { Plugin } from 'vite'

/** Rules with their woff2 source only. */
export const onlyWoff2 = (css: string): string => css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '')

export function katexCss(): Plugin {
  return {
    name: 'momentarium:katex-css',
    enforce: 'pre',
    transform: {
      filter: { id: /\/katex\/dist\/katex[\w.-]*\.css/ },
      handler: (css) => ({ code: onlyWoff2(css), map: null }),
    },
  }
}
