import type { Browser } from 'playwright-core'

export function findChromium(): Promise<string>
export function launch(): Promise<Browser>
