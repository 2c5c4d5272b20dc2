// Tests the tests: a golden file with one number changed must fail. `npm run golden:mutate [SLUG]` changes every number; here all of a small file and a
// sample of a large one. The sample is fixed, so that a commit never fails by another one's fault.
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { goldenFilesOf } from '../../scripts/lib/newDemo.mjs'
import { demosToTest } from '../support/demos'
import { checksOf, type File, Golden, loadReaders, type Reader, readers, sectionsIn } from './load'

await loadReaders()

const IS_WHOLE = process.env.GOLDEN_MUTATE === 'all'
const SMALL = 400 // numbers: smaller files are tried whole, of the others every n-th number
const SAMPLE = 25
const TEN = 10 // relative change of inputs that are large compared with `least`
const PERCENT = 0.01 // change of an input whose own size is too much

type Path = readonly (string | number)[]
interface Read {
  section: string
  check: number
}

/** Places of all numbers in a file. */
function* numbersOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'number') yield path
  else if (Array.isArray(value)) for (const [k, part] of value.entries()) yield* numbersOf(part, [...path, k])
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* numbersOf(part, [...path, key])
}

/** The same content; `see` is called for every number that is read. */
function watched<T>(value: T, see: (path: string) => void, path: Path = []): T {
  if (typeof value !== 'object' || value === null) return value
  const parts = new Map<PropertyKey, unknown>()
  return new Proxy(value, {
    get(target, key) {
      const part = Reflect.get(target, key)
      if (typeof key === 'symbol') return part
      if (typeof part === 'number' && key !== 'length') see([...path, key].join('.'))
      if (typeof part !== 'object' || part === null) return part
      if (!parts.has(key)) parts.set(key, watched(part, see, [...path, key]))
      return parts.get(key)
    },
  })
}

/** Which tests read each number. */
function readingsOf(reader: Reader, golden: Golden): Map<string, Read[]> {
  const readings = new Map<string, Read[]>()
  let now: Read | null = null
  let declared: string[] = []
  const see = (path: string) => {
    if (now === null) return void declared.push(path)
    const known = readings.get(path) ?? []
    if (known.at(-1) !== now) readings.set(path, [...known, now])
  }
  const seen = new Golden(watched(golden.file, see))
  for (const section of sectionsIn(reader, golden)) {
    declared = []
    now = null
    const checks = checksOf(reader, seen, section)
    for (const [check, { run }] of checks.entries()) {
      now = { section, check }
      run()
      // what the section reads before its tests begin may matter to each of them
      for (const path of declared) readings.set(path, [...(readings.get(path) ?? []), now])
    }
  }
  return readings
}

const valueAt = (file: File, path: Path) => path.reduce((at, key) => (at as never)[key], file as unknown)

/** Whether a test that reads the number at `path` fails when it is changed. */
function isNoticed(reader: Reader, golden: Golden, path: Path, by: (value: number) => number, reads: readonly Read[]): boolean {
  const file = structuredClone(golden.file) as File
  const holder = path.slice(0, -1).reduce((at, key) => (at as never)[key], file as unknown) as Record<string | number, number>
  const last = path.at(-1)!
  holder[last] = by(holder[last]!)
  const changed = new Golden(file)
  const sections = new Map<string, ReturnType<typeof checksOf>>()
  return [...new Set(reads)].some(({ section, check }) => {
    try {
      if (!sections.has(section)) sections.set(section, checksOf(reader, changed, section))
      sections.get(section)![check]!.run()
      return false
    } catch {
      return true
    }
  })
}

/** Part by part; a pattern that ends before the path matches everything within. */
const matches = (pattern: string, path: Path) => pattern.split('.').every((part, k) => part === '*' || part === String(path[k]))

const wanted = process.env.GOLDEN_SLUG
const demos = wanted ? [wanted] : demosToTest()
const slugs = demos.filter((slug) => readers.has(slug))

it.each(demos)('%s: has golden numbers, and mutants that they notice', (slug) => {
  const files = [...Object.values(goldenFilesOf(slug)), `demos/${slug}/mutants.ts`]
  const missing = files.filter((file) => !existsSync(file))
  if (missing.length > 0) expect.fail(`${missing.join(', ')}: missing; scripts/template has an example`)
})

it.each(slugs)('%s: every number of the golden file matters', { timeout: IS_WHOLE ? 3_600_000 : 120_000 }, async (slug) => {
  const reader = readers.get(slug)!
  const golden = Golden.of(slug, '')
  const readings = readingsOf(reader, golden)
  const all = [...numbersOf(golden.file)].filter(([section]) => section !== 'tolerance')
  const isExcused = (path: Path) => Object.keys(reader.unread ?? {}).some((pattern) => matches(pattern, path))
  const unread = all.filter((path) => !readings.has(path.join('.')) && !isExcused(path)).map((path) => path.join('.'))
  const stride = IS_WHOLE || all.length <= SMALL ? 1 : Math.floor(all.length / SAMPLE)
  const weak: string[] = []
  for (const [k, path] of all.entries()) {
    const reads = readings.get(path.join('.'))
    if (k % stride !== 0 || reads === undefined || isExcused(path)) continue
    const step = TEN * (reader.tolerances[path[0] as string] ?? reader.tolerances.others)
    if (isNoticed(reader, golden, path, (value) => value + step * Math.max(1, Math.abs(value)), reads)) continue
    const least = Number.isInteger(valueAt(golden.file, path)) ? 1 : step // a count or an index: one more
    const more = (value: number) => value + Math.max(PERCENT * Math.abs(value), least)
    if (isNoticed(reader, golden, path, more, reads)) weak.push(path.join('.'))
    else unread.push(path.join('.'))
  }
  if (IS_WHOLE) {
    console.log(
      `${slug}: ${all.length} numbers; ${weak.length} are noticed when a hundredth or one is off, the others by ten tolerances`,
    )
    for (const path of weak) console.log(`  weak: ${path}`)
    for (const path of unread) console.log(`  not noticed: ${path}`)
    for (const [pattern, why] of Object.entries(reader.unread ?? {})) console.log(`  excused: ${pattern}: ${why}`)
  }
  expect(unread, 'numbers that could be anything').toEqual([])
})
