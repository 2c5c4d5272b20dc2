// How papers are named everywhere.
import { messages } from './messages'

interface Published {
  venue?: string | undefined
  year: number
}
/** The year of publication: that of the venue, if it names one. */
export const publicationYear = ({ venue, year }: Published): string => /\b(?:19|20)\d\d\b/.exec(venue ?? '')?.[0] ?? String(year)
/** "ICLR 2024", "ICML 2023", "2022". */
export const published = (paper: Published): string =>
  paper.venue === undefined || paper.venue.includes(publicationYear(paper))
    ? (paper.venue ?? String(paper.year))
    : `${paper.venue} ${paper.year}`

/** Family names of up to four authors; of more, the first and "et al." */
export function familyNames(authors: readonly string[]): string {
  const names = authors.map((author) => author.split(' ').at(-1) as string)
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} ${messages.andOthers}` : names.join(', ')
}
