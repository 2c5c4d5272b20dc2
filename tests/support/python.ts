// Programs for Python and NumPy, run as a visitor would run them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pythonWithNumpy } from '../../scripts/lib/python.mjs'

/** A Python with NumPy, or undefined. */
export const python = pythonWithNumpy()

export interface Program {
  code: string
  /** Files that it reads, by name. */
  files?: Readonly<Record<string, string>>
  /** Whether it is run; else it is only compiled. */
  runs: boolean
}

/** One process for all of them, for NumPy takes its time to load; each has its own names, and what it prints is its own. */
const RUNNER = `
import contextlib, io, json, sys, traceback
outputs = []
for program in json.load(sys.stdin):
    printed = io.StringIO()
    try:
        made = compile(program['code'], '<snippet>', 'exec')
        for name, text in program.get('files', {}).items():
            with open(name, 'w') as file: file.write(text)
        if program['runs']:
            with contextlib.redirect_stdout(printed): exec(made, {'__name__': '__main__'})
        outputs.append(printed.getvalue())
    except BaseException:
        outputs.append('failed: ' + traceback.format_exc())
print(json.dumps(outputs))
`

/** What each program prints. */
export function runPrograms(programs: readonly Program[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'))
  try {
    writeFileSync(join(folder, 'runner.py'), RUNNER)
    const env = { ...process.env, PYTHONWARNINGS: 'error,ignore::ResourceWarning' }
    const input = JSON.stringify(programs)
    return JSON.parse(execFileSync(python!, ['runner.py'], { cwd: folder, env, input, maxBuffer: 1e9 }).toString()) as string[]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Numbers in the last line that a program printed. */
export const lastNumbers = (printed: string): number[] =>
  (printed.trimEnd().split('\n').at(-1) ?? '').trim().split(/\s+/).filter(Boolean).map(Number)
