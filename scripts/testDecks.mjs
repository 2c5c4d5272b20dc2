// npm run test:decks: decks in the real Slidev (500 MB), Marp and reveal.js 5, which are installed beside the project and kept. Slow.
import { existsSync } from 'node:fs'
import { installBeside } from './lib/beside.mjs'
import { findChromium } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { root, runNode, stop } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'
import { makePictures } from './pictures.mjs'

const SLIDEV = ['@slidev/cli@52.19.1', '@slidev/theme-default@0.25.0', 'playwright-chromium@1.63.0']
const BEFORE = '2026-09-20' // later releases of some dependencies do not install
const OTHERS = ['reveal.js@5.2.1', '@marp-team/marp-cli@4.5.1']
const PICTURES = ['heavy-ball', 'momentum-sampling']

await install()
await installBeside('.cache/slidev', SLIDEV, BEFORE)
await installBeside('.cache/slides', OTHERS)
process.env.CHROMIUM = await findChromium()
if (!existsSync(`${root}/dist/embed/reveal.js`)) {
  const code = await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  if (code !== 0) stop('The build failed; the reason stands above.')
}
const missing = PICTURES.filter((slug) => !existsSync(`${root}/dist/embed/${slug}/steps`))
if (missing.length > 0) await makePictures(missing)
const { passed, failed } = await runTests('decks')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
