// npm test: installs what is missing, then runs every check except the slow ones. The last line reads "N passed, N failed".
// Slow checks look at the demos that changed and at others in turn: the contract suite at 8, the browser at 3.
// `-- --slow` runs the contract suite over all of them, and adds npm audit, the three engines, the command line's package, the decks, React, Vue and
// Svelte, tables of cost and smoothness, and the storm of the demos that changed; `-- --slow --all` tests all of them in the browser, too. `-- --ci`
// tests all demos in the contract suite, and their pages, frames and files in Firefox, WebKit and Chromium. `-- --without-browser`: no browsers at all.
import { audit } from './lib/audit.mjs'
import { check, colours, conclude } from './lib/checks.mjs'
import { findChromium } from './lib/chromium.mjs'
import { changedDemos, demosInTurn } from './lib/demos.mjs'
import { findEngines } from './lib/engines.mjs'
import { install } from './lib/install.mjs'
import { shareMeasurements } from './lib/measured.mjs'
import { findPython } from './lib/python.mjs'
import { runNode } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'

const slow = process.argv.includes('--slow')
const ci = process.argv.includes('--ci')
const all = process.argv.includes('--all')
const withoutBrowser = process.argv.includes('--without-browser')
await install()
const forget = shareMeasurements()

/** Runs a project of tests once its browsers are found; if one is missing the check fails and says so. */
async function testsIn(find, project, slugs) {
  try {
    await find()
  } catch (error) {
    console.error(error.message)
    return 1
  }
  return runTests(project, slugs)
}

async function findChromiumForTests() {
  process.env.CHROMIUM = await findChromium()
}

function notRun() {
  console.error('Not run: there is no build.')
  return 1
}

await check('format and lint', () => runNode('node_modules/@biomejs/biome/bin/biome', 'ci', '.', ...colours))
await check('types', () => runNode('node_modules/typescript/bin/tsc', '--noEmit'))
const python = await findPython()
if (python) process.env.PYTHON = python
else console.log('No Python with NumPy was found: the snippets are not run. Install it, or set the variable PYTHON to its path.')
await check('unit, contract and golden tests', () => runTests('unit', slow || ci || withoutBrowser ? undefined : demosInTurn(8)))
const built = await check('build', () => runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'))
await check('claims', () => runNode('scripts/claims.mjs')) // after the build, whose page /claims/ they fill
await check('one-file demos', () => (built ? runNode('scripts/offline.mjs') : notRun()))
await check('words of the lessons', () => (built ? runNode('scripts/lessons.mjs') : notRun()))
await check('size budget', () => (built ? runNode('scripts/budget.mjs') : notRun()))
if (!withoutBrowser && !ci)
  await check('browser tests', () =>
    built ? testsIn(findChromiumForTests, 'browser', all ? undefined : demosInTurn(3)) : notRun(),
  )

/** Not counted if the registry does not answer. */
function auditCheck() {
  const findings = audit()
  if (findings === null) console.log('Not asked: the registry does not answer npm audit.')
  for (const finding of findings ?? []) console.error(finding)
  return { passed: Number(findings?.length === 0), failed: findings?.length ?? 0 }
}

if (slow || ci) await check('Firefox, WebKit and Chromium', () => (built ? testsIn(findEngines, 'engines') : notRun()))
if (slow) {
  await check('npm audit of what ships', async () => auditCheck())
  await check('the command line, packed and installed', () => (built ? runTests('package') : notRun()))
  await check('decks in Slidev, Marp and reveal.js 5', () => (built ? runNode('scripts/testDecks.mjs') : notRun()))
  await check('the element in React, Vue and Svelte', () => (built ? runNode('scripts/testFrameworks.mjs') : notRun()))
  await check('cost of kernels and demos', () => runNode('scripts/bench.mjs'))
  await check('smoothness', () => (built ? runNode('scripts/smooth.mjs', '--main') : notRun()))
  const changed = changedDemos()
  if (changed.length > 0) await check(`storm: ${changed.join(', ')}`, () => (built ? runTests('storm', changed) : notRun()))
}

forget()
conclude()
