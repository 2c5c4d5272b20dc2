// npm run check-demo SLUG: what one asks while writing a demo: its format, the types, its own tests, the contract suite with its claims, its golden
// numbers, and whether every stop of its lesson fits one view with no word on another. The last line reads "N passed, N failed".
import { findChromium } from './lib/chromium.mjs'
import { allDemos } from './lib/demos.mjs'
import { install } from './lib/install.mjs'
import { runNode, stop } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'

const [slug, ...more] = process.argv.slice(2)
if (slug === undefined || more.length > 0) stop('Which demo? npm run check-demo SLUG')
if (!allDemos().includes(slug)) stop(`There is no demo called ${slug}: ${allDemos().join(', ')}.`)
await install()
process.env.CHROMIUM = await findChromium().catch((error) => stop(error.message))
process.env.LOOKS ??= '2'

const ofProgram = (code) => ({ passed: Number(code === 0), failed: Number(code !== 0) })
const results = await Promise.all([
  runNode('node_modules/@biomejs/biome/bin/biome', 'ci', `demos/${slug}`).then(ofProgram),
  runNode('node_modules/typescript/bin/tsc', '--noEmit').then(ofProgram),
  runTests(
    'unit',
    [slug],
    [`demos/${slug}/`, 'tests/contract/', `tests/golden/${slug}.test.ts`, 'tests/golden/mutation.test.ts'],
  ),
])
const built = ofProgram(await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'))
results.push(built)
if (built.failed === 0) results.push(await runTests('browser', [slug], ['tests/browser/lesson.test.ts']))
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
