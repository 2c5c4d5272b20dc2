export interface Budget {
  slug: string
  kind: string
  /** Bytes, gzip. */
  limit: number
  /** The built page. */
  html: string
  dynamic: string[]
  forbidden: string[]
}
export type Manifest = Record<string, { file: string; imports?: string[] }>
export type Modules = Record<string, Record<string, number>>

export function scriptsOf(manifest: Manifest, budget: { entries: string[]; dynamic: string[] }): string[]
export function faultsOf(
  files: string[],
  sizes: Record<string, number>,
  modules: Modules,
  budget: Pick<Budget, 'limit' | 'forbidden'>,
): { total: number; faults: string[] }
export function kB(bytes: number): string
export function readBudgets(): Budget[]
export function readFileBudgets(): { file: string; size: number; limit: number }[]
export function gzipSize(file: string): number
export function checkBuild(
  page: Budget,
  files?: string[],
): { files: string[]; sizes: Record<string, number>; total: number; faults: string[] }
