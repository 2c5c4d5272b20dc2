// Everything of a demo, on demand. Besides demos.ts the only place that names demos/.
import type { AnyView, Meta } from '@/contract'
import { bySlug, type Loader, take } from './demos'

export { loadDemo, slugs } from './demos'

const metas = bySlug(import.meta.glob<Meta>('~demos/*/meta.ts', { import: 'default' }))
const drawings = bySlug(import.meta.glob('~demos/*/views.tsx') as Record<string, Loader<Readonly<Record<string, AnyView>>>>)
const tex = bySlug(
  import.meta.glob('~demos/*/demo.ts', { query: '?tex' }) as Record<string, Loader<Readonly<Record<string, string>>>>,
)
const readmes = bySlug(import.meta.glob('~demos/*/README.md', { query: '?html' }) as Record<string, Loader<TypesetReadme>>)

export const hasDemo = (slug: string): boolean => metas.has(slug)
/** Loads the data of a demo's card; null if there is no such demo. */
export const metaOf = (slug: string): (() => Promise<Meta>) | null => metas.get(slug) ?? null
export const loadViews = (slug: string): Promise<Readonly<Record<string, AnyView>>> => take(drawings, slug)
/** TeX of the demo's texts typeset by the build, by source. */
export const loadTex = (slug: string): Promise<Readonly<Record<string, string>>> => take(tex, slug)
/** The demo's README as HTML, in sections. */
export const loadReadme = (slug: string): Promise<TypesetReadme> => take(readmes, slug)
