import type { Browser } from 'playwright-core'

export function findChromium(): Promise<string>
export function launch(more?: readonly string[]): Promise<Browser>
