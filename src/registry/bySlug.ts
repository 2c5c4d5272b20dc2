// Modules found by their paths, by slug.
export type Loader<T> = () => Promise<{ default: T }>

const slugIn = (path: string) => path.split('/').at(-2) ?? ''
export const bySlug = <T>(found: Record<string, T>) =>
  new Map(Object.entries(found).map(([path, value]) => [slugIn(path), value]))

/** What the loader of this slug loads; throws if there is none. */
export async function take<T>(loaders: Map<string, Loader<T>>, slug: string): Promise<T> {
  const loader = loaders.get(slug)
  if (loader === undefined) throw new Error(`unknown slug: ${slug}`)
  return (await loader()).default
}
