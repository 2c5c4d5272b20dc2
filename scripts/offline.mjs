// Writes dist/offline/SLUG.html again, each demo as one file that opens without a network, with the claims that were measured since the build, and
// checks the sizes. `node scripts/offline.mjs [SLUG …]`
import { writeOfflinePages } from './lib/offline.mjs'

const asked = process.argv.slice(2)
const files = await writeOfflinePages(undefined, asked.length > 0 ? asked : undefined)
for (const { slug, size, limit } of files)
  console.log(`${slug.padEnd(24)} ${(size / 1000).toFixed(0).padStart(5)} kB${size > limit ? ` of ${limit / 1000}` : ''}`)
process.exitCode = files.some(({ size, limit }) => size > limit) ? 1 : 0
