// The words of this frame: those of its address; where a demo is one file, also those that the file holds (src/export/oneFile.ts).

/** As the query of an address. The address has priority over the state in the file, and that over the file's defaults. */
export function wordsOf(search: string, { query = '', defaults = '' }: DOMStringMap): string {
  const words = new URLSearchParams()
  for (const [key, value] of [defaults, query, search].flatMap((text) => [...new URLSearchParams(text)])) words.set(key, value)
  return words.size === 0 ? '' : `?${words}`
}
export const words = (): string => wordsOf(location.search, document.documentElement.dataset)
