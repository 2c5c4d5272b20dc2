import { existsSync, readdirSync } from 'node:fs'

/** Names of all demos, from their folders. */
export const demoSlugs = (): string[] => readdirSync('demos').filter((name) => existsSync(`demos/${name}/meta.ts`))
