// What workers and tables need of demos/: models on demand, without drawings and typeset texts.
import type { AnyDemo } from '@/contract'

export type Loader<T> = () => Promise<{ default: T }>
const demos = import.meta.glob('~demos/*/demo.ts') as Record<string, Loader<AnyDemo>>

const slugIn = (path: string) => path.split('/').at(-2) ?? ''
export const bySlug = <T>(found: Record<string, T>) =>
  new Map(Object.entries(found).map(([path, value]) => [slugIn(path), value]))
const demoOf = bySlug(demos)

export const slugs = (): string[] => [...demoOf.keys()]

export async function take<T>(loaders: Map<string, Loader<T>>, slug: string): Promise<T> {
  const loader = loaders.get(slug)
  if (loader === undefined) throw new Error(`unknown demo: ${slug}`)
  return (await loader()).default
}
export const loadDemo = (slug: string): Promise<AnyDemo> => take(demoOf, slug)
