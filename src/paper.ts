// What is said of papers wherever they are named.
import { messages } from './messages'

/** Family names of up to four authors, the first of more and how it goes on. */
export function familyNames(authors: readonly string[]): string {
  const names = authors.map((author) => author.split(' ').at(-1) as string)
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} ${messages.andOthers}` : names.join(', ')
}
