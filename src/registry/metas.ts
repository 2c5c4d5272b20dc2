// Cards of all demos, at once: for gallery and tables. As copies of their own (`?card`), so that they are one file here and a demo's page loads its own alone.
import type { Meta } from '@/contract'
import { bySlug } from './bySlug'

const metaOf = bySlug(import.meta.glob<Meta>('~demos/*/meta.ts', { eager: true, import: 'default', query: '?card' }))
for (const [slug, meta] of metaOf) {
  if (meta.slug !== slug) throw new Error(`demos/${slug}: meta.ts calls itself "${meta.slug}"`)
}

/** In the order of their titles. */
export const allMetas: readonly Meta[] = [...metaOf.values()].sort((a, b) => a.title.localeCompare(b.title))

export const isSlug = (slug: string): boolean => metaOf.has(slug)
/** In the order of `slugs`; unknown slugs are left out. */
export const metasOf = (slugs: readonly string[]): Meta[] => slugs.flatMap((slug) => metaOf.get(slug) ?? [])
