// Writes dist/offline/SLUG.html, each demo as one file that opens without a network. `node scripts/offline.mjs [SLUG …]`, after the build and its claims.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withModules } from './lib/modules.mjs'
import { hasStage, offlinePage, readBuild } from './lib/offline.mjs'

const LIMITS = { flat: 1_000_000, solid: 2_500_000 } // bytes

const build = readBuild()
const claimsFile = join(build.dist, 'claims/claims.json')
const reproduction = existsSync(claimsFile) ? JSON.parse(readFileSync(claimsFile, 'utf8')) : { date: '', demos: [] }
const folder = join(build.dist, 'offline')
mkdirSync(folder, { recursive: true })
let failed = 0
await withModules(async (load) => {
  const { slugs, loadDemo } = await load('/src/registry/demos.ts')
  const asked = process.argv.slice(2)
  for (const slug of asked.length > 0 ? asked : slugs()) {
    const { meta, params } = await loadDemo(slug)
    const hasFormula = Object.values(params).some(({ kind }) => kind === 'formula')
    const claims = { ...reproduction, demos: reproduction.demos.filter((one) => one.slug === slug) }
    const html = offlinePage(build, { ...meta, hasFormula, hasStage: hasStage(slug) }, claims)
    writeFileSync(join(folder, `${slug}.html`), html)
    const size = Buffer.byteLength(html)
    const limit = hasStage(slug) ? LIMITS.solid : LIMITS.flat
    if (size > limit) failed++
    console.log(`${slug.padEnd(24)} ${(size / 1000).toFixed(0).padStart(5)} kB${size > limit ? ` of ${limit / 1000}` : ''}`)
  }
})
process.exitCode = failed > 0 ? 1 : 0
