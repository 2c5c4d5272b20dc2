import type { Connect } from 'vite'

type Headers = Readonly<Record<string, string>>
export const EMBEDDED: Headers
export const NARROW: string
export const FROM_DISK: string
export function hashOf(code: string): string
export function policy(scripts: readonly string[], ancestors: string | null): string
export function headerRules(base: string, scripts: readonly string[]): Readonly<Record<string, Headers>>
export function headersOf(rules: Readonly<Record<string, Headers>>, path: string): Headers
export function sendHeaders(base: string, scripts: readonly string[]): Connect.NextHandleFunction
