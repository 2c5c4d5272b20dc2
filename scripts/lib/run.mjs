// Programs run as children of this one. Imports nothing outside Node.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** A sentence for the person at the terminal, and the end of the script. */
export function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Runs a program with our terminal; resolves to its exit code, 1 if it could not start or was killed. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs a script of node_modules or of this project, on this same Node. */
export const runNode = (script, ...args) => run(process.execPath, [script, ...args])
