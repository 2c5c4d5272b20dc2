// Serves dist/ while the browser tests run; they get the address by inject('url').
import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { serve } from '../../scripts/lib/serve.mjs'

export default async function serveBuild(project: TestProject) {
  if (!existsSync('dist/index.html')) throw new Error('There is no build to test: npm run build')
  const { url, close } = await serve()
  project.provide('url', url)
  return close
}

declare module 'vitest' {
  export interface ProvidedContext {
    url: string
  }
}
