// Runs a vitest project and counts its tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { root, runNode } from './run.mjs'

/** Tests by outcome. A file that could not be run counts as one failure, and so does a skipped test. */
export function countsOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }, exitCode) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = numFailedTests + numPendingTests + numTodoTests + unloaded
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

/** Each failed test on a line, with the first line of its message; a file that could not be run counts as a test. */
export function namesOf({ testResults }) {
  const line = (where, [message = '']) => `${where}: ${message.split('\n')[0]}`
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [line(file, [message])] : []
    return failed.map(({ fullName, failureMessages }) => line(`${file} > ${fullName}`, failureMessages))
  })
}

/** Runs the tests of a project, on these demos or on all; all its files, or those whose paths contain one of `files`. */
export async function runTests(project, demos, files = []) {
  if (demos) process.env.DEMOS = demos.join(',')
  else delete process.env.DEMOS
  const report = `.cache/${project}.json`
  mkdirSync(`${root}/.cache`, { recursive: true })
  rmSync(`${root}/${report}`, { force: true })
  const reporters = ['--reporter=dot', '--reporter=./scripts/lib/names.mjs', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runNode('node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters, ...files)
  try {
    const found = JSON.parse(readFileSync(`${root}/${report}`, 'utf8'))
    return { ...countsOf(found, code), names: namesOf(found) }
  } catch {
    return { passed: 0, failed: 1, names: [] } // it ended before it wrote a report
  }
}
