// npm run claims: every claim of every demo, measured now. `-- --json` prints one JSON object on stdout and nothing else.
import { install } from './lib/install.mjs'
import { withModules } from './lib/modules.mjs'
import { shortened, table } from './lib/table.mjs'

await install()
const asJson = process.argv.includes('--json')

const demos = await withModules(async (load) => {
  const [{ slugs, loadDemo }, { measureClaims }] = [await load('/src/registry/index.ts'), await load('/src/engine/claims.ts')]
  const measured = []
  for (const slug of slugs()) {
    try {
      measured.push({ slug, claims: await measureClaims(await loadDemo(slug)) })
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
  const plain = ({ says, measured, expected, tolerance, pass, source }) => ({ says, measured, expected, tolerance, pass, source })
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
process.exitCode = held > 0 && held === claims.length && broken === 0 ? 0 : 1

/** Six significant digits; JSON has no NaN, but a table may say it. */
function digits(value) {
  const rounded = Number(value.toPrecision(6))
  return rounded !== 0 && Math.abs(rounded) < 1e-3 ? rounded.toExponential() : String(rounded)
}
