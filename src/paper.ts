// How papers are named everywhere.
import { messages } from './messages'

/** Family names of up to four authors; of more, the first and "et al." */
export function familyNames(authors: readonly string[]): string {
  const names = authors.map((author) => author.split(' ').at(-1) as string)
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} ${messages.andOthers}` : names.join(', ')
}
