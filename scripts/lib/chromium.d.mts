import type { Browser } from 'playwright-core'

export const FLAGS: readonly string[]
export function findChromium(): Promise<string>
export function launch(more?: readonly string[]): Promise<Browser>
