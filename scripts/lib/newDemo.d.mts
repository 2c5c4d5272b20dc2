export function refusal(slug: string | undefined, demos: string): string | null
export function titleOf(slug: string): string
export function goldenFilesOf(slug: string): Readonly<Record<`golden/${'data.json' | 'reader.ts' | 'other.py'}`, string>>
export function create(slug: string, root: string): string[]
