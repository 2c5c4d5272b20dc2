// Claims are measured once in a run of all checks: the contract suite and `npm run claims` share the measurements.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './run.mjs'

const FOLDER = 'CLAIMS_OF_THIS_RUN'

/** Opens a place for the measurements of this process and its children, empty at first. Returns the function that closes it. */
export function shareMeasurements() {
  const folder = mkdtempSync(join(tmpdir(), 'claims-'))
  process.env[FOLDER] = folder
  return () => {
    delete process.env[FOLDER]
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The result of `measure`, or its earlier result in this run for the same sources; outside of a run it always measures. */
export async function measuredOnce(slug, measure) {
  const folder = process.env[FOLDER]
  if (folder === undefined) return measure()
  const file = join(folder, `${slug}-${hashOf(['src', `demos/${slug}`])}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const results = await measure()
  if (results.every(({ measured, expected, tolerance }) => Number.isFinite(measured + expected + tolerance)))
    writeFileSync(file, JSON.stringify(results)) // JSON has no other numbers
  return results
}

/** A hash of the names and the contents of all files in folders of the project. */
function hashOf(folders) {
  const hash = createHash('sha256')
  for (const folder of folders.filter((name) => existsSync(join(root, name))))
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).sort(byPlace))
      if (entry.isFile()) hash.update(placeOf(entry)).update(readFileSync(placeOf(entry)))
  return hash.digest('hex').slice(0, 16)
}
const placeOf = ({ parentPath, name }) => join(parentPath, name)
const byPlace = (a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)
