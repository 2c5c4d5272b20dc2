// Brings a fresh machine to the point where the project's tools run. Imports nothing outside Node.
import { readFileSync } from 'node:fs'
import { root, run, stop } from './run.mjs'

const OLDEST = [20, 19] // what vite 8 needs; as in package.json, "engines"

/** Stops with one sentence on a Node that is too old. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    stop(`Momentarium needs Node ${OLDEST.join('.')} or newer; this is Node ${version}. See https://nodejs.org.`)
  }
}

/** Whether every package of the lock file is installed in its version; those for other systems may be absent. */
export function isInstalled(wanted, found) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return found[path] ? found[path].version === version : optional === true
  })
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(`${root}/${lockFile}`, 'utf8')).packages
  } catch {
    return {}
  }
}

/** `npm ci` if something is missing. npm writes the second file when it has finished. Prints nothing on stdout. */
export async function install() {
  checkNode()
  if (isInstalled(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json'))) return
  console.error('Installing what is missing (npm ci) …')
  const args = ['ci', '--loglevel=error', '--no-progress']
  const npm = process.env.npm_execpath // set when npm runs us; on Windows `npm` itself is a shell script
  const stdio = ['inherit', 2, 2]
  const windows = process.platform === 'win32'
  const code = npm ? await run(process.execPath, [npm, ...args], { stdio }) : await run('npm', args, { stdio, shell: windows })
  if (code !== 0) stop('The packages could not be installed; npm says why above.')
}
