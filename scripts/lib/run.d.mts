import type { SpawnOptions } from 'node:child_process'

export const root: string
export function stop(sentence: string): never
export function run(command: string, args: string[], options?: SpawnOptions): Promise<number>
export function runNode(script: string, ...args: string[]): Promise<number>
