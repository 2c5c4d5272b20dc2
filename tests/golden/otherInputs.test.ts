// Readers take everything from the case: files of the same shape with other numbers and sizes, computed independently by other/SLUG.py, pass; with one
// output changed by ten tolerances they fail.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { defaultsOf } from '@/contract'
import { loadDemo } from '@/registry'
import { demosToTest } from '../support/demos'
import { python, runPrograms } from '../support/python'
import { checksOf, type File, Golden, loadReaders, type Reader, readers, sectionsIn } from './load'

await loadReaders()

const OTHER = fileURLToPath(new URL('./other', import.meta.url))
const DATA = fileURLToPath(new URL('./data', import.meta.url))
const TEN = 10 // tolerances

interface Other {
  file: File
  /** Places of outputs, "section.….key": at least one of each section with other inputs. */
  outputs: string[]
}

/** Failures of the file's tests when GOLDEN_DIR names its folder. */
function failuresOf(slug: string, file: File, reader: Reader): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'))
  try {
    writeFileSync(join(folder, `${slug}.json`), JSON.stringify(file))
    const golden = Golden.of(slug, folder)
    return sectionsIn(reader, golden).flatMap((section) =>
      checksOf(reader, golden, section).flatMap(({ name, run }) => {
        try {
          run()
          return []
        } catch (error) {
          return `${section}, ${name}: ${(error as Error).message}`
        }
      }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function changed(file: File, place: string, reader: Reader): File {
  const copy = structuredClone(file) as Record<string, unknown>
  const path = place.split('.')
  const holder = path.slice(0, -1).reduce((at, key) => (at as never)[key], copy as unknown) as Record<string, number>
  const [key, value] = [path.at(-1)!, holder[path.at(-1)!]!]
  expect(value, place).toBeTypeOf('number')
  const step = TEN * (reader.tolerances[path[0]!] ?? reader.tolerances.others)
  holder[key] = Number.isInteger(value) ? value + 1 : value + step * Math.max(1, Math.abs(value)) // a count: one more
  return copy
}

const slugs = readdirSync(OTHER).flatMap((name) => (name.endsWith('.py') ? name.slice(0, -3) : []))

it('every golden file has such a program', () => expect(slugs).toEqual([...readers.keys()].sort()))

it.each(slugs.filter((slug) => demosToTest().includes(slug)))(
  '%s: files with other inputs pass, and with a changed output fail',
  async (slug) => {
    const code = readFileSync(join(OTHER, `${slug}.py`), 'utf8')
    if (python === undefined) return console.warn(`${slug}: there is no Python with NumPy here: no other inputs were computed.`)
    const { snippet, params } = await loadDemo(slug)
    const files = { 'golden.json': readFileSync(join(DATA, `${slug}.json`), 'utf8'), ...snippet?.files?.(defaultsOf(params)) }
    const [printed] = runPrograms([{ code, files, runs: true }])
    expect(printed).not.toMatch(/^failed/)
    const reader = readers.get(slug)!
    for (const { file, outputs } of JSON.parse(printed!) as Other[]) {
      expect(failuresOf(slug, file, reader)).toEqual([])
      for (const place of outputs)
        expect(failuresOf(slug, changed(file, place, reader), reader), `${place} is changed`).not.toEqual([])
    }
  },
)
