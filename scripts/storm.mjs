// npm run test:storm [slugs | --changed]: what takes long, on every demo of the build or on some: 500 random actions, ten minutes of play,
// dead controls, axe in every look. --changed: demos that differ from the commit in STORM_BASE (default: the one before).
import { existsSync } from 'node:fs'
import { findChromium } from './lib/chromium.mjs'
import { allDemos, changedDemos } from './lib/demos.mjs'
import { install } from './lib/install.mjs'
import { root, runNode, stop } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'

await install()
process.env.CHROMIUM = await findChromium().catch((error) => stop(error.message))
const asked = process.argv.slice(2)
const changed = asked.includes('--changed')
const slugs = changed ? changedDemos() : asked
const unknown = slugs.filter((slug) => !allDemos().includes(slug))
if (unknown.length > 0) stop(`There is no demo called ${unknown.join(', ')}.`)
if (changed && slugs.length === 0) console.log('No demo changed.\n0 passed, 0 failed')
else {
  if (!existsSync(`${root}/dist/index.html`)) await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  const { passed, failed } = await runTests('storm', slugs.length > 0 ? slugs : undefined)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
