// Runs a slow project of tests on the demos that the command line names, or on all, and ends with the count.
import { existsSync } from 'node:fs'
import { allDemos } from './demos.mjs'
import { root, runNode, stop } from './run.mjs'
import { runTests } from './vitest.mjs'

/** `slugs`: none means all. Builds first if there is no build. */
export async function testDemos(project, slugs) {
  const unknown = slugs.filter((slug) => !allDemos().includes(slug))
  if (unknown.length > 0) stop(`There is no demo called ${unknown.join(', ')}.`)
  if (!existsSync(`${root}/dist/index.html`)) await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  const { passed, failed } = await runTests(project, slugs.length > 0 ? slugs : undefined)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
