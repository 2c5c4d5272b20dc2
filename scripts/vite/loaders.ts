// `demos/x/demo.ts?loaders`: functions that load the files of a demo. It is a query on a real file, so that `import.meta.glob` finds those of all demos;
// a page that lists them carries one name of a file a demo, not five.
import type { Plugin } from 'vite'

/** What is loaded of a demo, and from where in its folder. */
const FILES = {
  meta: './meta.ts',
  demo: './demo.ts',
  views: './views.tsx',
  tex: './demo.ts?tex',
  readme: './README.md?html',
}

export const loadersModule = Object.entries(FILES)
  .map(([name, file]) => `export const ${name} = () => import('${file}')`)
  .join('\n')

export const loaders = (): Plugin => ({
  name: 'momentarium:loaders',
  enforce: 'pre',
  load: {
    filter: { id: /\/demo\.ts\?loaders$/ },
    handler: () => ({ code: loadersModule, moduleType: 'js' }),
  },
})
