// A tour: a lecture that comes with the site. Its folder in tours/ has meta.ts, its card, and tour.ts, its slides.
import { type Lecture, type Slide, slideOf } from './format'

export interface TourMeta {
  /** Name of its folder. */
  slug: string
  title: string
  /** One sentence. */
  summary: string
  minutes: number
  /** What one can answer afterwards. */
  questions: readonly [string, string, ...string[]]
}
/** A slide of a tour. `query`: the state, as the demo's address says it; a stop of its lesson as `step=fence`. */
export type TourSlide = Partial<Omit<Slide, 'id'>>
export interface Tour {
  slides: readonly TourSlide[]
}

export const lectureOfTour = ({ title }: TourMeta, { slides }: Tour): Lecture => ({ title, slides: slides.map(slideOf) })
