// Checks one after the other, each under its name; at the end a table, what failed, and a last line "N passed, N failed".
import { table } from './table.mjs'

const results = []
const failures = []

/** For programs that colour what they print; in a file colours only disturb. */
export const colours = process.stdout.isTTY ? [] : ['--colors=off']
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'

/** Runs one check; its work resolves to an exit code, or to counts of tests. Resolves to whether nothing failed. */
export async function check(name, work) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const outcome = await work()
  const {
    passed,
    failed,
    names = [],
  } = typeof outcome === 'number' ? { passed: Number(outcome === 0), failed: Number(outcome !== 0) } : outcome
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  results.push([name, passed, failed, seconds])
  if (failed > 0) failures.push(name, ...names.map((one) => `  ${one}`))
  return failed === 0
}

/** Prints what the checks have found, and sets the exit code. */
export function conclude() {
  const sum = (column) => results.reduce((total, row) => total + row[column], 0)
  console.log(`\n${table(['check', 'passed', 'failed', 'seconds'], results)}`)
  if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join('\n')}\n`)
  console.log(`${sum(1)} passed, ${sum(2)} failed`)
  process.exitCode = sum(2) > 0 ? 1 : 0
}
