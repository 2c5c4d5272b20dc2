import { texts } from '@/lecture/texts'
import { tourMetaOf } from '@/registry/tours'
import { TourPage } from './tourPage'

export function TourRoute({ slug, present }: { slug: string; present(on: boolean): void }) {
  const meta = tourMetaOf(slug)
  if (meta !== null) return <TourPage meta={meta} present={present} />
  return (
    <main className="error-page" id="main">
      <h1>{texts.tour.missing(slug)}</h1>
      <a href={import.meta.env.BASE_URL}>{texts.demos}</a>
    </main>
  )
}
