// What workers and tables need of demos/: models on demand, without drawings and typeset texts.
import type { AnyDemo } from '@/contract'
import { bySlug, type Loader, take } from './bySlug'

const demos = bySlug(import.meta.glob('~demos/*/demo.ts') as Record<string, Loader<AnyDemo>>)

export const slugs = (): string[] => [...demos.keys()]
export const loadDemo = (slug: string): Promise<AnyDemo> => take(demos, slug)
