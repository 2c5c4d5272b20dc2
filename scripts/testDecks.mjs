// npm run test:decks: the example decks in the real Slidev, which is installed beside the project and kept. Slow.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { findChromium } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { root, run, runNode, stop } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'
import { makePictures } from './pictures.mjs'

const SLIDEV = '.cache/slidev'
const PACKAGES = ['@slidev/cli@52.19.1', '@slidev/theme-default@0.25.0', 'playwright-chromium@1.63.0']
const BEFORE = '2026-09-20' // what these packages need, as it was then: later releases of some do not install
const PICTURES = ['heavy-ball', 'momentum-sampling']

async function installSlidev() {
  const wanted = JSON.stringify({ PACKAGES, BEFORE })
  const mark = `${root}/${SLIDEV}/installed`
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.error('Installing Slidev (500 MB, once) …')
  mkdirSync(`${root}/${SLIDEV}`, { recursive: true })
  writeFileSync(`${root}/${SLIDEV}/package.json`, '{ "private": true, "type": "module" }\n')
  const args = ['install', '--prefix', SLIDEV, '--before', BEFORE, '--loglevel=error', '--no-progress', ...PACKAGES]
  const npm = process.env.npm_execpath // set when npm runs us; on Windows `npm` itself is a shell script
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  const options = { env, stdio: ['inherit', 2, 2] }
  const code = npm
    ? await run(process.execPath, [npm, ...args], options)
    : await run('npm', args, { ...options, shell: process.platform === 'win32' })
  if (code !== 0) stop('Slidev could not be installed; npm says why above.')
  writeFileSync(mark, wanted)
}

await install()
await installSlidev()
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
