// npm run test:storm [slugs | --changed]: 500 random actions and ten minutes of play on every demo of the build, or on some.
// --changed: demos whose files differ from the commit in STORM_BASE (default: the one before); all, if the shell changed.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { findChromium } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { root, runNode, stop } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'

const all = readdirSync(`${root}/demos`).filter((name) => existsSync(`${root}/demos/${name}/meta.ts`))

/** Demos that the newest commits touched. */
export function changedDemos(names, every) {
  const touched = new Set(names.flatMap((name) => /^demos\/([^/]+)\//.exec(name)?.[1] ?? []))
  return every.filter((slug) => touched.has(slug))
}

if (process.argv[1] === import.meta.filename) {
  await install()
  process.env.CHROMIUM = await findChromium().catch((error) => stop(error.message))
  const asked = process.argv.slice(2)
  let slugs = asked.filter((word) => !word.startsWith('-'))
  if (asked.includes('--changed')) {
    const base = process.env.STORM_BASE ?? 'HEAD~1'
    const names = execFileSync('git', ['diff', '--name-only', base], { cwd: root, encoding: 'utf8' }).split('\n')
    slugs = changedDemos(names, all)
    if (slugs.length === 0) {
      console.log('No demo changed.\n0 passed, 0 failed')
      process.exit(0)
    }
  }
  const unknown = slugs.filter((slug) => !all.includes(slug))
  if (unknown.length > 0) stop(`There is no demo called ${unknown.join(', ')}.`)
  if (slugs.length > 0) process.env.STORM = slugs.join(',')
  if (!existsSync(`${root}/dist/index.html`)) await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  const { passed, failed } = await runTests('storm')
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
