// Which demos there are, and which of them the newest commits touched.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { root } from './run.mjs'

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

export const allDemos = () => readdirSync(`${root}/demos`).filter((name) => existsSync(`${root}/demos/${name}/meta.ts`))

/** Demos among changed files. */
export function demosAmong(files, all) {
  const touched = new Set(files.flatMap((file) => /^demos\/([^/]+)\//.exec(file)?.[1] ?? []))
  return all.filter((slug) => touched.has(slug))
}

/** At most `most` demos, or all that changed: the others take turns, so that the next commit tests the next ones. */
export function inTurn(all, changed, most, turn) {
  const others = all.filter((slug) => !changed.includes(slug))
  const room = Math.max(0, most - changed.length)
  const first = others.length === 0 ? 0 : (turn * room) % others.length
  const chosen = [...changed, ...[...others.slice(first), ...others.slice(0, first)].slice(0, room)]
  return all.filter((slug) => chosen.includes(slug))
}

/** The same for this commit. */
export const demosInTurn = (most) => inTurn(allDemos(), changedDemos(), most, commits())

/** Number of commits so far, which decides whose turn it is; 0 if there is no history. */
export function commits() {
  try {
    return Number(git('rev-list', '--count', 'HEAD'))
  } catch {
    return 0
  }
}

/** Demos that differ from the commit in STORM_BASE, by default the one before; none if there is no history. */
export function changedDemos() {
  try {
    const base = process.env.STORM_BASE ?? 'HEAD~1'
    return demosAmong(git('diff', '--name-only', base).split('\n'), allDemos())
  } catch {
    return []
  }
}
