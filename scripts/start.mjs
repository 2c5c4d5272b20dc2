// npm start: install what is missing, build, serve the production build.
import { install } from './lib/install.mjs'
import { freePort } from './lib/options.mjs'
import { runNode, stop } from './lib/run.mjs'
import { serve } from './lib/serve.mjs'

await install()
const port = await freePort(4173, 'npm start')
const code = await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
if (code !== 0) stop('The build failed; the reason stands above.')
const { url } = await serve(port)
console.log(`\nMomentarium is at ${url} (Ctrl+C stops it)`)
