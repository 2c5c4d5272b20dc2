// A script that did not come is asked for again, by src/askAgain.ts.
import type { Plugin } from 'vite'

const IMPORT = /\bimport\((["'`])\.\/[^"'`]+\.js\1\)/g

/** Every import of another script of the build, with a second try; without the function, in one-file demos, it is an import as before. */
export const withAskAgain = (code: string): string => code.replace(IMPORT, '$&.catch(self.askAgain)')

export const askAgain = (): Plugin => ({
  name: 'momentarium:ask-again',
  apply: 'build',
  renderChunk: (code, { fileName }) => (fileName.startsWith('embed/') ? null : { code: withAskAgain(code), map: null }), // scripts of other people's pages are fetched once
})
