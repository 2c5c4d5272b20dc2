import { existsSync, readdirSync } from 'node:fs'

/** Names of all demos, from their folders. */
export const demoSlugs = (): string[] => readdirSync('demos').filter((name) => existsSync(`demos/${name}/meta.ts`))

/** Those that the slow suite is to look at: all, or the ones in STORM. */
export function stormSlugs(): string[] {
  const wanted = process.env.STORM?.split(',')
  return demoSlugs().filter((slug) => wanted === undefined || wanted.includes(slug))
}
