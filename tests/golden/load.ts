// Golden files: numbers from papers and independent programs. A reader names the sections it can run and runs every case of each.
// GOLDEN_DIR names another folder of such files: a file there replaces the one in data/.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { it as declare, describe, expect } from 'vitest'

export type File = Readonly<Record<string, unknown>>

const DATA = fileURLToPath(new URL('./data', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as File

/** The file under test, with that in data/ behind it. */
export class Golden {
  /** Cases that the demo itself does not offer: only the functions behind it are compared. */
  readonly notOffered: string[] = []

  constructor(
    readonly file: File,
    private readonly own: File = file,
    readonly isOther = false,
  ) {}

  static of(slug: string, folder = process.env.GOLDEN_DIR): Golden {
    const own = read(join(DATA, `${slug}.json`))
    const other = folder === undefined ? '' : join(folder, `${slug}.json`)
    return other !== '' && existsSync(other) ? new Golden(read(other), own, true) : new Golden(own)
  }

  /** A constant that cases share; from data/ if the file lacks it. */
  constant<T>(name: string): T {
    const value = this.file[name] ?? this.own[name]
    if (value === undefined) throw new Error(`no golden constant "${name}"`)
    return value as T
  }
}

/** Declares the tests of a section. Written as a method's type, so that a test may state the shape that its file documents. */
type Section = { run(content: unknown, golden: Golden): void }['run']

export interface Reader {
  /** Parts that hold no cases. */
  constants: readonly string[]
  /** How the content of a section is tested; it may be an array or a record of cases, see `casesOf`. */
  sections: Readonly<Record<string, Section>>
  /** For `npm run golden:mutate`: a number is changed by ten times this; by section, or for all others. */
  tolerances: Readonly<Record<string, number>> & { readonly others: number }
  /** Numbers that no test depends on, and why: places such as "train.*.inputs.seed". */
  unread?: Readonly<Record<string, string>>
  /** Cases of the file in data/ that the demo does not offer, by the names that the reader gives them. */
  notOffered?: readonly string[]
}
export interface Check {
  name: string
  run(): void
}

let collected: Check[] = []
/** A test of a section. */
export const it = (name: string, run: () => void): void => void collected.push({ name, run })

const isEmpty = (content: unknown) => typeof content === 'object' && (content === null || Object.keys(content).length === 0)
export const sectionsIn = ({ sections }: Reader, { file }: Golden): string[] =>
  Object.keys(sections).filter((name) => name in file && !isEmpty(file[name]))

/** The tests of a section of the file. */
export function checksOf(reader: Reader, golden: Golden, section: string): Check[] {
  collected = []
  reader.sections[section]!(golden.file[section], golden)
  return collected
}

export const readers = new Map<string, Reader>()
/** False: readers are only registered, for a test that calls them itself. */
export const declaring = { now: true }

/** Registers all readers, and declares nothing. */
export async function loadReaders(): Promise<void> {
  declaring.now = false
  for (const load of Object.values(import.meta.glob(['./*.test.ts', '!./mutation.test.ts', '!./otherInputs.test.ts'])))
    await load()
}

/** Registers a reader, and declares the tests of its golden file. */
export function testGolden(slug: string, reader: Reader): void {
  readers.set(slug, reader)
  if (!declaring.now) return
  const golden = Golden.of(slug)
  const present = sectionsIn(reader, golden)
  declare(`${slug}: the file has a section that this test knows`, () => expect(present).not.toEqual([]))
  declare(`${slug}: every section of the file is run`, () => {
    const known = [...reader.constants, ...Object.keys(reader.sections)]
    expect(Object.keys(golden.file).filter((name) => !known.includes(name))).toEqual([])
  })
  for (const name of present) {
    describe(name, () => {
      for (const check of checksOf(reader, golden, name)) declare(check.name, check.run)
    })
  }
  declare(`${slug}: the demo itself runs the cases that it offers`, async ({ annotate }) => {
    if (golden.notOffered.length > 0) await annotate(`Not offered by the demo: ${golden.notOffered.join('; ')}`)
    if (!golden.isOther) expect(golden.notOffered).toEqual(reader.notOffered ?? [])
  })
}

const computed = new Map<string, unknown>()
/** The result of `compute` for these inputs alone, computed once: most changes of a file (mutation.test.ts) leave the inputs of a long run unchanged. */
export function kept<T>(inputs: readonly unknown[], compute: () => T): T {
  const key = JSON.stringify(inputs)
  if (!computed.has(key)) computed.set(key, compute())
  return computed.get(key) as T
}

/** Cases of a section with their names: entries of an array or a record; a single case (`isCase`) counts as one. */
export function casesOf<T>(content: unknown, isCase: (content: object) => boolean = () => false): [name: string, content: T][] {
  if (typeof content !== 'object' || content === null) throw new Error('a section holds no cases')
  return isCase(content) ? [['the case', content as T]] : (Object.entries(content) as [string, T][])
}

/** Entries named by a word and a number, such as "at_50", by the number. */
export const numbered = <T>(entry: object, word: string): [number: number, value: T][] =>
  Object.entries(entry).flatMap(([key, value]) => {
    const rest = key.startsWith(word) ? key.slice(word.length) : ''
    return /^\d+$/.test(rest) ? [[Number(rest), value as T] as [number, T]] : []
  })

/** Numbers in a sentence such as "1e-10 relative, 1e-6 at double roots". */
export const numbersIn = (text: string): number[] => (text.match(/\d+(\.\d+)?(e[+-]?\d+)?/gi) ?? []).map(Number)

/** Compares numbers, or arrays and records of them part by part: |actual - expected| ≤ abs + rel·|expected|. */
export function expectNear(actual: unknown, expected: unknown, within: { rel?: number; abs?: number }, where = 'value'): void {
  if (typeof expected === 'number') {
    const tolerance = (within.abs ?? 0) + (within.rel ?? 0) * Math.abs(expected)
    const off = typeof actual === 'number' ? Math.abs(actual - expected) : Number.NaN
    if (!(off <= tolerance) && !Object.is(actual, expected)) {
      expect.fail(`${where} is ${String(actual)}, not ${expected}: off by ${off}, allowed ${tolerance}`)
    }
  } else if (ArrayBuffer.isView(expected) || Array.isArray(expected)) {
    const parts = Array.from(expected as ArrayLike<unknown>)
    const given = Array.from(actual as ArrayLike<unknown>)
    if (given.length !== parts.length) expect.fail(`${where} has ${given.length} entries, not ${parts.length}`)
    for (const [index, part] of parts.entries()) expectNear(given[index], part, within, `${where}[${index}]`)
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, part] of Object.entries(expected)) expectNear((actual as File)[key], part, within, `${where}.${key}`)
  } else {
    expect(actual, where).toEqual(expected)
  }
}
