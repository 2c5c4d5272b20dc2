// Everything of a demo, on demand. Besides demos.ts the only place that names demos/.
// A page has one loader a demo, of a small module that leads to the demo's files (scripts/vite/loaders.ts): so other demos weigh little in it.
import type { AnyDemo, AnyView, Meta } from '@/contract'
import { bySlug, type Loader } from './bySlug'

interface Loaders {
  meta: Loader<Meta>
  demo: Loader<AnyDemo>
  views: Loader<Readonly<Record<string, AnyView>>>
  tex: Loader<Readonly<Record<string, string>>>
  readme: Loader<TypesetReadme>
}
const loadersOf = bySlug(import.meta.glob('~demos/*/demo.ts', { query: '?loaders' }) as Record<string, () => Promise<Loaders>>)

/** Loads one of a demo's files; throws if there is no such demo. */
async function load<T>(slug: string, file: (loaders: Loaders) => Loader<T>): Promise<T> {
  const loaders = loadersOf.get(slug)
  if (loaders === undefined) throw new Error(`unknown demo: ${slug}`)
  return (await file(await loaders())()).default
}

export const slugs = (): string[] => [...loadersOf.keys()]
export const hasDemo = (slug: string): boolean => loadersOf.has(slug)
export const loadDemo = (slug: string) => load(slug, ({ demo }) => demo)
const metas = new Map(slugs().map((slug) => [slug, () => load(slug, ({ meta }) => meta)]))
/** Loads the data of a demo's card; null if there is no such demo. */
export const metaOf = (slug: string): (() => Promise<Meta>) | null => metas.get(slug) ?? null
export const loadViews = (slug: string) => load(slug, ({ views }) => views)
/** TeX of the demo's texts typeset by the build, by source. */
export const loadTex = (slug: string) => load(slug, ({ tex }) => tex)
/** The demo's README as HTML, in sections. */
export const loadReadme = (slug: string) => load(slug, ({ readme }) => readme)
