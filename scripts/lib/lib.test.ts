import { expect, it } from 'vitest'
import { graveFindings } from './audit.mjs'
import { faultsOf, scriptsOf } from './budget.mjs'
import { demosAmong, inTurn } from './demos.mjs'
import { isInstalled } from './install.mjs'
import { measuredOnce, shareMeasurements } from './measured.mjs'
import { root } from './run.mjs'
import { countsOf, namesOf } from './vitest.mjs'

const manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_shared.js'], dynamicImports: ['demos/a/demo.ts'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  'demos/a/demo.ts': { file: 'assets/demo.js', imports: ['_shared.js'] },
  'demos/b/demo.ts': { file: 'assets/other.js', imports: ['_shared.js'] },
}

it('walks a page: entry, named dynamic imports, and what they import', () => {
  const page = { entries: ['index.html'], dynamic: ['demos/a/demo.ts'] }
  expect(scriptsOf(manifest, page)).toEqual(['assets/index.js', 'assets/shared.js', 'assets/demo.js'])
  expect(() => scriptsOf(manifest, { entries: ['index.html'], dynamic: ['demos/c/demo.ts'] })).toThrow('demos/c/demo.ts')
})

it('names the largest modules of a page that is too large, and those that must not be there', () => {
  const modules = {
    'a.js': { 'src/app/main.tsx': 400, 'node_modules/big/index.js': 9000, 'node_modules/three/build/three.js': 50 },
  }
  const budget = { limit: 1000, forbidden: ['node_modules/three/'] }
  expect(faultsOf(['a.js'], { 'a.js': 900 }, { 'a.js': { 'src/app/main.tsx': 400 } }, budget)).toEqual({ total: 900, faults: [] })
  const { faults } = faultsOf(['a.js'], { 'a.js': 1500 }, modules, budget)
  expect(faults[0]).toContain('three.js must not be loaded')
  expect(faults[1]).toMatch(/1\.5 kB of 1\.0 kB.*\n.*9\.0 kB {2}node_modules\/big/)
})

it('weighs learned numbers apart from scripts', () => {
  const modules = { 'a.js': { 'src/app/main.tsx': 400 }, 'n.js': { 'demos/x/weights.f32': 10 } }
  const budget = { limit: 1000, forbidden: [], numbers: 500 }
  expect(faultsOf(['a.js', 'n.js'], { 'a.js': 900, 'n.js': 500 }, modules, budget)).toEqual({ total: 900, faults: [] })
  expect(faultsOf(['a.js', 'n.js'], { 'a.js': 900, 'n.js': 600 }, modules, budget).faults[0]).toMatch(/0\.6 kB of 0\.5 kB/)
})

it('counts and names tests that failed, were skipped, or stand in a file that does not load', () => {
  const counts = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0 }
  const passed = { status: 'passed', fullName: 'holds', failureMessages: [] }
  const failed = { status: 'failed', fullName: 'runs > one', failureMessages: ['Error: value is 2\n    at …'] }
  const testResults = [
    { name: `${root}/tests/a.test.ts`, status: 'failed', assertionResults: [passed, failed] },
    { name: `${root}/tests/b.test.ts`, status: 'failed', message: 'No test suite found', assertionResults: [] },
    { name: `${root}/tests/c.test.ts`, status: 'passed', assertionResults: [passed] },
  ]
  expect(countsOf({ ...counts, testResults }, 1)).toEqual({ passed: 5, failed: 3 })
  expect(namesOf({ testResults })).toEqual([
    'tests/a.test.ts > runs > one: Error: value is 2',
    'tests/b.test.ts: No test suite found',
  ])
})

it('counts a failure that no test owns, such as an unhandled rejection', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  expect(countsOf(report, 0)).toEqual({ passed: 5, failed: 0 })
  expect(countsOf(report, 1)).toEqual({ passed: 5, failed: 1 })
})

it('installs again when a package is missing or has another version, save those for other systems', () => {
  const wanted = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/mac': { version: '2.0.0', optional: true } }
  expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false)
  expect(isInstalled(wanted, {})).toBe(false)
})

it('knows the demos among changed files', () => {
  expect(demosAmong(['demos/apg/model.ts', 'src/app/app.tsx', 'demos/gone/x.ts'], ['apg', 'heavy-ball'])).toEqual(['apg'])
})

it('looks at what changed and at the others in turn', () => {
  const all = ['a', 'b', 'c', 'd', 'e']
  expect(inTurn(all, ['d'], 3, 0)).toEqual(['a', 'b', 'd'])
  expect(inTurn(all, ['d'], 3, 1)).toEqual(['c', 'd', 'e'])
  expect(inTurn(all, [], 2, 2)).toEqual(['a', 'e'])
  expect(inTurn(all, ['a', 'b', 'c'], 2, 7)).toEqual(['a', 'b', 'c'])
  expect(inTurn(all, [], 9, 3)).toEqual(all)
  expect(inTurn(all, all, 2, 1)).toEqual(all)
  const seen = [0, 1, 2, 3, 4].flatMap((turn) => inTurn(all, ['d'], 2, turn))
  expect(new Set(seen)).toEqual(new Set(all))
})

it('names grave weaknesses that the registry knows, and tells none from not asked', () => {
  const weak = (name: string, severity: string) => ({
    name,
    severity,
    range: '<2',
    via: ['other', { title: 'Prototype pollution' }],
  })
  const report = { vulnerabilities: { a: weak('a', 'high'), b: weak('b', 'moderate'), c: weak('c', 'critical') } }
  expect(graveFindings(report)).toEqual(['a <2: high (Prototype pollution)', 'c <2: critical (Prototype pollution)'])
  expect(graveFindings({ vulnerabilities: {} })).toEqual([])
  expect(graveFindings({})).toBeNull()
})

it('measures claims once in a run of all checks, again in the next one, and outside of one always', async () => {
  let times = 0
  const measure = async () => [{ measured: ++times, expected: 1, tolerance: 1 }]
  const once = async () => (await measuredOnce('heavy-ball', measure))[0]!.measured
  const outer = process.env.CLAIMS_OF_THIS_RUN
  delete process.env.CLAIMS_OF_THIS_RUN
  try {
    expect([await once(), await once()]).toEqual([1, 2])
    for (const expected of [3, 4]) {
      const forget = shareMeasurements()
      expect([await once(), await once()]).toEqual([expected, expected])
      forget()
    }
    const forget = shareMeasurements()
    const lost = async () => [{ measured: Number.NaN, expected: 1, tolerance: ++times }]
    for (const tolerance of [5, 6])
      expect(await measuredOnce('heavy-ball', lost)).toEqual([{ measured: Number.NaN, expected: 1, tolerance }])
    forget()
  } finally {
    if (outer !== undefined) process.env.CLAIMS_OF_THIS_RUN = outer
  }
})
