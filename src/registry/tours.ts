// The only place that names tours/.
import type { Tour, TourMeta } from '@/lecture/tour'
import { bySlug, type Loader, take } from './bySlug'

const metas = bySlug(import.meta.glob<TourMeta>('~tours/*/meta.ts', { eager: true, import: 'default' }))
const tours = bySlug(import.meta.glob('~tours/*/tour.ts') as Record<string, Loader<Tour>>)

/** Cards of all tours, in the order of their folders. */
export const tourMetas: readonly TourMeta[] = [...metas.values()]
export const tourMetaOf = (slug: string): TourMeta | null => metas.get(slug) ?? null
export const loadTour = (slug: string): Promise<Tour> => take(tours, slug)
