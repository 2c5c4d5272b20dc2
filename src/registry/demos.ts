// What workers and tables need of demos/: cards at once, models on demand; no drawing, no typeset text.
import type { AnyDemo, Meta } from '@/contract'

export type Loader<T> = () => Promise<{ default: T }>
const metas = import.meta.glob<Meta>('~demos/*/meta.ts', { eager: true, import: 'default' })
const demos = import.meta.glob('~demos/*/demo.ts') as Record<string, Loader<AnyDemo>>

const slugIn = (path: string) => path.split('/').at(-2) ?? ''
export const bySlug = <T>(found: Record<string, T>) =>
  new Map(Object.entries(found).map(([path, value]) => [slugIn(path), value]))
const [metaOf, demoOf] = [bySlug(metas), bySlug(demos)]

for (const [slug, meta] of metaOf) {
  if (meta.slug !== slug) throw new Error(`demos/${slug}: meta.ts calls itself "${meta.slug}"`)
}

/** Cards of all demos, in the order of their titles. */
export const allMetas: readonly Meta[] = [...metaOf.values()].sort((a, b) => a.title.localeCompare(b.title))
export const slugs = (): string[] => [...metaOf.keys()]

export async function take<T>(loaders: Map<string, Loader<T>>, slug: string): Promise<T> {
  const loader = loaders.get(slug)
  if (loader === undefined) throw new Error(`unknown demo: ${slug}`)
  return (await loader()).default
}
export const loadDemo = (slug: string): Promise<AnyDemo> => take(demoOf, slug)
