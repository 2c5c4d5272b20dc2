// The element in typical projects: checked by their compilers, built by vite, driven in Chromium. `npm run test:frameworks`.
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import type MomentariumDemo from '@/host/element'
import { run } from '../../scripts/lib/run.mjs'
import { eventually } from '../support/browser'
import { demo, isLive, site, stateOf } from '../support/hosts'

const FOLDER = '.cache/frameworks' // where their packages are
const tool = (path: string, ...args: string[]) => run(process.execPath, [`${FOLDER}/node_modules/${path}`, ...args])
const OPTIONS = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  noEmit: true,
  types: [],
}

const frameworks = {
  react: { main: 'main.tsx', check: (folder: string) => tool('typescript/bin/tsc', '-p', folder) },
  vue: { main: 'main.ts', check: (folder: string) => tool('vue-tsc/bin/vue-tsc.js', '-p', folder) },
  svelte: {
    main: 'main.ts',
    check: (folder: string) => tool('svelte-check/bin/svelte-check', '--workspace', folder, '--tsconfig', './tsconfig.json'),
  },
}
type Framework = keyof typeof frameworks
const names = Object.keys(frameworks) as Framework[]
const host = site({}, Object.fromEntries(names.map((name) => [`/${name}/`, `${FOLDER}/${name}/dist`])))

/** Copies a project to its packages and builds it with the published types. */
async function build(name: Framework): Promise<{ checked: number; built: number }> {
  const { main, check } = frameworks[name]
  const folder = `${FOLDER}/${name}`
  cpSync(`tests/frameworks/${name}`, folder, { recursive: true })
  copyFileSync('dist/embed/v1.d.ts', `${folder}/v1.d.ts`)
  const page = readFileSync('tests/frameworks/index.html', 'utf8')
  writeFileSync(`${folder}/index.html`, page.replace('MOMENTARIUM', inject('url')).replace('MAIN', main))
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions: OPTIONS, include: ['.'], exclude: ['dist'] }))
  const checked = await check(folder)
  const built = await tool('vite/bin/vite.js', 'build', folder, '--base', './', '--logLevel', 'warn')
  return { checked, built }
}

it.each(names)('%s: types, attributes, methods, events; what changes is told to the running frame', async (name) => {
  expect(await build(name)).toEqual({ checked: 0, built: 0 })
  const { page, problems } = await host.visit(`/${name}/index.html`)
  await Promise.all([isLive(page, 'a'), isLive(page, 'b')])
  const loads: string[] = []
  page.on('framenavigated', (frame) => loads.push(frame.url()))
  const place = async (id: string) => {
    const { step, t, params } = await stateOf(page, id)
    return { step, t, beta: params.beta, start: params.start }
  }
  const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click()
  await eventually(() => place('a')).toMatchObject({ step: 'wedge', t: 60, beta: 0.5 })
  await eventually(() => place('b')).toEqual({ step: undefined, t: 4, beta: 0.9, start: [1, -1] })
  await press('step')
  await eventually(() => place('a')).toMatchObject({ t: 63 })
  await press('beta')
  await eventually(() => place('a')).toMatchObject({ beta: 0.7 })
  await eventually(() => page.locator('output').innerText()).toBe('host')
  await press('query')
  await eventually(() => place('b')).toMatchObject({ t: 9, beta: 0.6, start: [1, -1] })
  expect(await demo(page, 'a').evaluate((a) => typeof (a as MomentariumDemo).step)).toBe('function')
  expect(loads).toEqual([])
  expect(problems).toEqual([])
})
