// npm run claims: every claim of every demo, measured now, for the terminal and for the page /claims/ of the build, if there is one.
// `-- --json` prints one JSON object on stdout and nothing else. `-- --mutate [SLUG]` breaks the models on purpose, as their lists of mutants say,
// and prints which golden sections and which claims notice.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { install } from './lib/install.mjs'
import { measuredOnce } from './lib/measured.mjs'
import { withModules } from './lib/modules.mjs'
import { root, runNode } from './lib/run.mjs'
import { shortened, table } from './lib/table.mjs'

await install()
if (process.argv.includes('--mutate')) {
  process.env.MUTANTS = 'all'
  const slug = process.argv.slice(2).find((word) => !word.startsWith('--'))
  if (slug) process.env.MUTANTS_SLUG = slug
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/contract/mutants.test.ts']
  process.exit(await runNode(...vitest))
}
const asJson = process.argv.includes('--json')

const demos = await withModules(async (load) => {
  const { slugs, loadDemo } = await load('/src/registry/demos.ts')
  const { givenParams, measureClaims } = await load('/src/engine/claims.ts')
  const { defaultsOf, encode } = await load('/src/contract/index.ts')
  /** Address of the state at which a claim is measured. */
  const stateOf = (demo, claim) =>
    new URLSearchParams(encode(demo.params, givenParams(demo, claim), defaultsOf(demo.params))).toString()
  const measured = []
  for (const slug of slugs()) {
    try {
      const demo = await loadDemo(slug)
      const results = await measuredOnce(slug, () => measureClaims(demo))
      measured.push({ slug, claims: results.map((claim, k) => ({ ...claim, query: stateOf(demo, demo.claims[k]) })) })
    } catch (error) {
      console.error(`${slug}: its claims cannot be measured: ${error.stack}`)
      measured.push({ slug, claims: [], error: error.message })
    }
  }
  return measured
})
const claims = demos.flatMap(({ slug, claims }) => claims.map((claim) => ({ slug, ...claim })))
const held = claims.filter(({ pass }) => pass).length
const broken = demos.filter(({ error }) => error).length

if (asJson) {
  const plain = ({ says, kind, measured, expected, tolerance, pass, source }) => ({
    says,
    kind,
    measured,
    expected,
    tolerance,
    pass,
    source,
  })
  console.log(JSON.stringify({ demos: demos.map((demo) => ({ ...demo, claims: demo.claims.map(plain) })) }))
} else {
  const rows = claims.map(({ slug, says, unit, measured, expected, tolerance, pass }) => [
    slug,
    shortened(says, 72),
    digits(measured),
    digits(expected),
    digits(tolerance),
    unit ?? '',
    pass ? 'holds' : 'FAILS',
  ])
  console.log(table(['demo', 'claim', 'measured', 'expected', 'tolerance', 'unit', 'verdict'], rows))
  console.log(`\n${held} of ${claims.length} claims hold${broken > 0 ? `; ${broken} demos could not be measured` : ''}`)
}
writePage()
process.exitCode = held > 0 && held === claims.length && broken === 0 ? 0 : 1

/** Six significant digits; JSON has no NaN, but a table may show it. */
function digits(value) {
  const rounded = Number(value.toPrecision(6))
  return rounded !== 0 && Math.abs(rounded) < 1e-3 ? rounded.toExponential() : String(rounded)
}

/** The table of the build's page, as data and, for readers without scripts, as HTML. */
function writePage() {
  const index = `${root}/dist/index.html`
  if (!existsSync(index)) return
  const folder = `${root}/dist/claims`
  mkdirSync(folder, { recursive: true })
  const date = new Date().toISOString().slice(0, 10)
  writeFileSync(`${folder}/claims.json`, JSON.stringify({ date, demos }))
  const cell = (text) => `<td>${escaped(String(text))}</td>`
  const rows = claims.map(({ slug, says, unit = '', measured, expected, tolerance, pass, source }) =>
    [
      slug,
      says,
      `${digits(measured)} ${unit}`,
      `${digits(expected)} ± ${digits(tolerance)}`,
      pass ? 'holds' : 'does not hold',
      source,
    ]
      .map(cell)
      .join(''),
  )
  const table = `<main class="proof"><h1>Every claim, measured</h1><table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></main>`
  const html = readFileSync(index, 'utf8')
    .replace(/<title>.*?<\/title>/, '<title>Every claim, measured · Momentarium</title>')
    .replace('<div id="root"></div>', `<div id="root">${table}</div>`)
  writeFileSync(`${folder}/index.html`, html)
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
