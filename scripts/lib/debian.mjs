// Debian's packages that the tests use beside Node, installed if we may.
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** Installs packages of Debian, as root on Debian; elsewhere it does nothing. */
export async function installFromDebian(why, ...packages) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return
  console.log(`Installing ${packages.join(', ')} for ${why} (apt-get) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if ((await run('apt-get', ['update', '-qq'], { env })) === 0)
    await run('apt-get', ['install', '-y', '-qq', ...packages], { env })
}
