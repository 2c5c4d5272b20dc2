// Finds a Python with NumPy, which runs the snippets; installs it if possible.
import { spawnSync } from 'node:child_process'
import { installFromDebian } from './debian.mjs'

const hasNumpy = (name) => spawnSync(name, ['-c', 'import numpy']).status === 0

/** PYTHON may name one; the system's own comes before the first on the path, because Debian's NumPy belongs to it. Undefined: there is none. */
export const pythonWithNumpy = () =>
  [process.env.PYTHON, '/usr/bin/python3', 'python3', 'python'].find((name) => name && hasNumpy(name))

/** The same, installed if possible. */
export async function findPython() {
  if (pythonWithNumpy() === undefined) await installFromDebian('the snippets', 'python3-numpy')
  return pythonWithNumpy()
}
