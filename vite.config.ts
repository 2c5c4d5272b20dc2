import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { askAgain } from './scripts/vite/askAgain.ts'
import { floats } from './scripts/vite/floats.ts'
import { fonts } from './scripts/vite/fonts.ts'
import { katexCss } from './scripts/vite/katexCss.ts'
import { lightReact } from './scripts/vite/lightReact.ts'
import { loaders } from './scripts/vite/loaders.ts'
import { modules } from './scripts/vite/modules.ts'
import { pages } from './scripts/vite/pages.ts'
import { typesetting } from './scripts/vite/typeset.ts'
import { withoutNetwork } from './scripts/vite/withoutNetwork.ts'

/** What the bundler would say of its own speed. */
const checks = { bundlerTimings: false }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [
    lightReact(),
    react(),
    typesetting(),
    katexCss(),
    fonts(),
    floats(),
    loaders(),
    askAgain(),
    modules(),
    pages(),
    withoutNetwork(),
  ],
  resolve: {
    alias: {
      '@': here('./src'),
      '~demos': here('./demos'),
      '~tours': here('./tours'),
      'ml-matrix': here('./node_modules/ml-matrix/src/index.js'), // its modules, of which few are used; it is published as one bundle
    },
  },
  worker: { format: 'es', rolldownOptions: { checks }, plugins: () => [typesetting(), floats(), modules()] }, // workers load demos by glob, which splits code
  preview: { cors: false }, // scripts/lib/headers.mjs sends all headers
  build: {
    target: 'es2022',
    manifest: true,
    // Of a demo's scripts its own page says which are wanted (scripts/vite/pages.ts): else every page would carry those of all demos.
    modulePreload: {
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined), // a font that is not used is not loaded
    rolldownOptions: {
      preserveEntrySignatures: 'strict', // the plugin for decks is imported by name
      checks,
      input: {
        main: here('./index.html'),
        frame: here('./src/embed/index.html'),
        'embed/v1': here('./src/host/element.ts'),
        'embed/reveal': here('./src/host/reveal.ts'),
        'embed/qr': here('./src/qr.ts'), // for the plugin's print, and for the app
      },
      output: {
        // what other people's pages load keeps its name
        entryFileNames: ({ name }) => (name.startsWith('embed/') ? '[name].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        // what a demo has learned before is a file of its own: it is data, and scripts that change do not change its name
        codeSplitting: {
          groups: [{ test: /\.f32$|\/trained\/weights\.ts$/, name: (id) => `numbers-${/demos\/([^/]+)/.exec(id)?.[1]}` }],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          maxWorkers: 2, // by default one core is left idle
          testTimeout: 120_000, // the contract suite runs whole demos, on a busy machine too
          include: [
            'src/**/*.test.{ts,tsx}',
            'demos/**/*.test.{ts,tsx}',
            '{scripts,packages}/**/*.test.ts',
            'tests/{contract,golden,support}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/serveBuild.ts',
          maxWorkers: 2, // tests wait for what happens, not for a time
          retry: 1, // a busy machine may be slower than the longest wait; what needs the second try is named (scripts/lib/names.mjs)
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['tests/engines/**/*.test.ts'],
          globalSetup: 'tests/support/serveBuild.ts',
          maxWorkers: 2, // one browser each
          retry: 1,
          testTimeout: 240_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'storm',
          include: ['tests/storm/**/*.test.ts'],
          globalSetup: 'tests/support/serveBuild.ts',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      ...['decks', 'frameworks', 'package'].map((name) => ({
        extends: true as const,
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`],
          globalSetup: 'tests/support/serveBuild.ts',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      })),
    ],
  },
})
