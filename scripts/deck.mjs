// npm run deck: the example lecture in reveal.js, with the build and everything else served from this machine.
import { existsSync } from 'node:fs'
import { serveFiles } from './lib/files.mjs'
import { install } from './lib/install.mjs'
import { freePort } from './lib/options.mjs'
import { root, runNode, stop } from './lib/run.mjs'

await install()
const port = await freePort(4180, 'npm run deck')
if (!existsSync(`${root}/dist/embed/reveal.js`)) {
  const code = await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  if (code !== 0) stop('The build failed; the reason stands above.')
}
if (!existsSync(`${root}/dist/embed/heavy-ball/steps`))
  console.log('There are no pictures of lecture steps yet, for print and overview: npm run pictures')
const { url } = await serveFiles(
  { '/': `${root}/dist`, '/deck/': `${root}/examples/reveal`, '/reveal.js/': `${root}/node_modules/reveal.js/dist` },
  port,
)
console.log(`\nThe lecture is at ${url}/deck/ (Ctrl+C stops it)`)
