// Known vulnerabilities of what ships, as the registry lists them.
import { spawnSync } from 'node:child_process'
import { root } from './run.mjs'

const GRAVE = ['high', 'critical']

/** Severe findings of a report of `npm audit --json`, one line each; null if the registry does not answer. */
export function graveFindings(report) {
  if (report?.vulnerabilities === undefined) return null
  return Object.values(report.vulnerabilities)
    .filter(({ severity }) => GRAVE.includes(severity))
    .map(({ name, severity, range, via }) => {
      const titles = via.flatMap((cause) => cause.title ?? [])
      return `${name} ${range}: ${severity}${titles.length > 0 ? ` (${titles.join('; ')})` : ''}`
    })
}

/** Asks the registry about the packages that ship, without those needed only to build and test. */
export function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 120_000,
  })
  try {
    return graveFindings(JSON.parse(stdout))
  } catch {
    return null // no network
  }
}
