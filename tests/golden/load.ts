// Golden files: numbers from papers and independent programs. A test names the sections it can run and runs every case of each.
// GOLDEN_DIR names another folder of such files: a file there takes the place of the one in data/.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

type File = Readonly<Record<string, unknown>>

const DATA = fileURLToPath(new URL('./data', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as File

/** The file under test, with that in data/ behind it. */
export class Golden {
  readonly isOther: boolean
  readonly file: File
  private readonly own: File

  constructor(slug: string, folder = process.env.GOLDEN_DIR) {
    const other = folder === undefined ? '' : join(folder, `${slug}.json`)
    this.own = read(join(DATA, `${slug}.json`))
    this.isOther = other !== '' && existsSync(other)
    this.file = this.isOther ? read(other) : this.own
  }

  /** A constant that cases share; from data/ where the file lacks it. */
  constant<T>(name: string): T {
    const value = this.file[name] ?? this.own[name]
    if (value === undefined) throw new Error(`no golden constant "${name}"`)
    return value as T
  }
}

/** Declares the tests of a section. Written as a method's type, so that a test may name the shape which its file documents. */
type Section = { run(content: unknown, golden: Golden): void }['run']

const isEmpty = (content: unknown) => typeof content === 'object' && (content === null || Object.keys(content).length === 0)

/**
 * Declares the tests of a golden file. `sections` say how the content of a section is tested; it may be an array or a record of
 * cases, see `casesOf`. `constants` are the parts that hold no cases.
 */
export function testGolden(slug: string, constants: readonly string[], sections: Readonly<Record<string, Section>>): void {
  const golden = new Golden(slug)
  const present = Object.keys(sections).filter((name) => name in golden.file && !isEmpty(golden.file[name]))
  it(`${slug}: the file has a section that this test knows`, () => expect(present).not.toEqual([]))
  if (!golden.isOther) {
    it(`${slug}: every section of the file is run`, () => {
      const known = [...constants, ...Object.keys(sections)]
      expect(Object.keys(golden.file).filter((name) => !known.includes(name))).toEqual([])
    })
  }
  for (const name of present) describe(name, () => sections[name]!(golden.file[name], golden))
}

/** Cases of a section with their names: entries of an array or a record; a single case (`isCase`) counts as one. */
export function casesOf<T>(content: unknown, isCase: (content: object) => boolean = () => false): [name: string, content: T][] {
  if (typeof content !== 'object' || content === null) throw new Error('a section holds no cases')
  return isCase(content) ? [['the case', content as T]] : (Object.entries(content) as [string, T][])
}

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
