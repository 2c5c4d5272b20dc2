// npm run check-demo SLUG: what one asks while writing a demo: its format, the types, its own tests, the contract suite with its claims, its golden
// numbers, and whether every stop of its lesson fits one view with no word on another. The last lines name what failed.
// `-- --without-browser`: without the last, which takes a build.
import { existsSync } from 'node:fs'
import { check, colours, conclude } from './lib/checks.mjs'
import { findChromium } from './lib/chromium.mjs'
import { allDemos } from './lib/demos.mjs'
import { install } from './lib/install.mjs'
import { goldenFilesOf } from './lib/newDemo.mjs'
import { root, runNode, stop } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'

const WITHOUT_BROWSER = '--without-browser'
const [slug, ...more] = process.argv.slice(2).filter((word) => word !== WITHOUT_BROWSER)
const withBrowser = !process.argv.includes(WITHOUT_BROWSER)
if (slug === undefined || more.length > 0) stop('Which demo? npm run check-demo SLUG')
if (!allDemos().includes(slug)) stop(`There is no demo called ${slug}: ${allDemos().join(', ')}.`)
await install()
if (withBrowser) process.env.CHROMIUM = await findChromium().catch((error) => stop(error.message))
process.env.LOOKS ??= '2'

const reader = goldenFilesOf(slug)['golden/reader.ts']
const sources = [`demos/${slug}`, reader].filter((file) => existsSync(`${root}/${file}`))
const tests = [`demos/${slug}/`, 'tests/contract/', reader, 'tests/golden/mutation.test.ts', 'tests/golden/otherInputs.test.ts']
await check('format and lint', () => runNode('node_modules/@biomejs/biome/bin/biome', 'ci', ...colours, ...sources))
await check('types', () => runNode('node_modules/typescript/bin/tsc', '--noEmit'))
await check('its tests, the contract suite with its claims, golden numbers', () => runTests('unit', [slug], tests))
if (withBrowser && (await check('build', () => runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'))))
  await check('its stops in the browser', () => runTests('browser', [slug], ['tests/browser/lesson.test.ts']))
conclude()
