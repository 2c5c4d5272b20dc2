// What works without a network is part of every build: the service worker, and each demo as one file. Last of the plugins: it reads what the others wrote.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { writeOfflinePages } from '../lib/offline.mjs'
import { writeServiceWorker } from '../lib/serviceWorker.mjs'

export function withoutNetwork(): Plugin {
  let dist = ''
  let base = '/'
  return {
    name: 'momentarium:without-network',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    configResolved(config) {
      dist = resolve(config.root, config.build.outDir)
      base = config.base
    },
    async closeBundle() {
      if (!existsSync(join(dist, 'lecture/index.html'))) return // the build failed, and says why
      await writeServiceWorker(dist, base)
      await writeOfflinePages(dist)
    },
  }
}
