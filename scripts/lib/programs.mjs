// Finds programs that the tests need, and installs them on Debian as root. Imports nothing outside Node.
import { accessSync, constants } from 'node:fs'
import { installFromDebian } from './debian.mjs'

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path in the environment's `variable`, or the first of `places` that has a program; throws one sentence if there is none. */
export async function findProgram({ name, variable, places, packages }) {
  const named = process.env[variable]
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`${variable} names ${named}, which is no program.`)
  }
  const found = places.find(isProgram)
  if (found) return found
  await installFromDebian('the browser tests', ...packages)
  const installed = places.find(isProgram)
  if (installed) return installed
  throw new Error(`No ${name} was found: install it, or set the variable ${variable} to its path.`)
}
