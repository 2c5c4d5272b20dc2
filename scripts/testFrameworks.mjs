// npm run test:frameworks: the element in real React, Vue and Svelte projects, whose packages are installed beside the project and kept. Slow.
import { existsSync } from 'node:fs'
import { installBeside } from './lib/beside.mjs'
import { findChromium } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { root, runNode, stop } from './lib/run.mjs'
import { runTests } from './lib/vitest.mjs'

// The checkers of Vue and Svelte need TypeScript 5.
const PACKAGES = [
  ...['vite@8.4.0', 'typescript@5.9.3'],
  ...['react@19.3.1', 'react-dom@19.3.1', '@types/react@19.3.3', '@types/react-dom@19.3.0'],
  ...['vue@3.5.45', '@vitejs/plugin-vue@6.0.11', 'vue-tsc@3.3.14'],
  ...['svelte@5.57.3', '@sveltejs/vite-plugin-svelte@7.3.1', 'svelte-check@4.7.8'],
]

await install()
await installBeside('.cache/frameworks', PACKAGES)
process.env.CHROMIUM = await findChromium()
if (!existsSync(`${root}/dist/embed/v1.js`)) {
  const code = await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  if (code !== 0) stop('The build failed; the reason stands above.')
}
const { passed, failed } = await runTests('frameworks')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
