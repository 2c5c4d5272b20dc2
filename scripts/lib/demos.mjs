// Which demos there are, and which of them the newest commits touched.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { root } from './run.mjs'

export const allDemos = () => readdirSync(`${root}/demos`).filter((name) => existsSync(`${root}/demos/${name}/meta.ts`))

/** Demos among changed files. */
export function demosAmong(files, all) {
  const touched = new Set(files.flatMap((file) => /^demos\/([^/]+)\//.exec(file)?.[1] ?? []))
  return all.filter((slug) => touched.has(slug))
}

/** Demos that differ from the commit in STORM_BASE, by default the one before; none where there is no history. */
export function changedDemos() {
  try {
    const base = process.env.STORM_BASE ?? 'HEAD~1'
    const files = execFileSync('git', ['diff', '--name-only', base], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return demosAmong(files.split('\n'), allDemos())
  } catch {
    return []
  }
}
