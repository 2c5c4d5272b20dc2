// Packages that a slow test needs and the project does not: installed beside it, once, and kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { root, run, stop } from './run.mjs'

/** Installs `packages`, with their versions, into `folder`; `before`: their dependencies are taken as of that day. */
export async function installBeside(folder, packages, before) {
  const wanted = JSON.stringify({ packages, before })
  const mark = `${root}/${folder}/installed`
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.error(`Installing ${packages[0]} and what it needs (once) …`)
  mkdirSync(`${root}/${folder}`, { recursive: true })
  writeFileSync(`${root}/${folder}/package.json`, '{ "private": true, "type": "module" }\n')
  const args = ['install', '--prefix', folder, ...(before ? ['--before', before] : []), '--loglevel=error', '--no-progress']
  const npm = process.env.npm_execpath // set when npm runs us; on Windows `npm` itself is a shell script
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  const options = { env, stdio: ['inherit', 2, 2] }
  const code = npm
    ? await run(process.execPath, [npm, ...args, ...packages], options)
    : await run('npm', [...args, ...packages], { ...options, shell: process.platform === 'win32' })
  if (code !== 0) stop(`${packages[0]} could not be installed; npm says why above.`)
  writeFileSync(mark, wanted)
}
