// The element's attributes: which are words of the frame's address, and which message a change of one becomes.

/** The element's own and HTML's; all others are words of the address. `lang` is both. */
const OWN =
  /^(demo|src|query|poster|alt|live|parallel|covered|keep|class|id|style|slot|title|hidden|role|tabindex|(data|aria)-.*)$/
/** Where one is, and how it looks: `set` takes both. */
const PLACE = /^(seed|t|view)$/
const LOOK = /^(ui|theme|lang|scale)$/
/** What a frame reads only once. */
const FIXED = /^(show|lock|play|loop|speed|motion|links|keys|focus|host|cid|poster)$/

export const isOwn = (name: string): boolean => OWN.test(name)

/** Words of the frame's address: those of attribute `query`, then the other attributes. Frames know parameters without capitals too. */
export function wordsOf(attributes: Iterable<{ name: string; value: string }>, query: string | null): URLSearchParams {
  const words = new URLSearchParams(query ?? '')
  for (const { name, value } of attributes) if (!isOwn(name)) words.set(name, value)
  return words
}

/** Only the words that bring back the picture. */
export const pictureWords = (words: URLSearchParams): string[][] =>
  [...words].filter(([key = '']) => !LOOK.test(key) && !FIXED.test(key))

/** The words of a frame that only draws: the picture, and how it looks. */
export const stillWords = (words: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...[...words].filter(([key = '']) => !FIXED.test(key) && key !== 'ui'), ['ui', 'none'], ['links', '0']])

/** What to tell a live frame after changes of these attributes; parameters are texts as in the address. Null: it must be loaded again. */
export function bodyOf(changed: Iterable<readonly [name: string, value: string | null]>): Record<string, unknown> | null {
  const params: Record<string, string> = {}
  const body: Record<string, unknown> = { params }
  for (const [key, value] of changed) {
    if (value === null || FIXED.test(key)) return null
    if (PLACE.test(key) || LOOK.test(key)) body[key] = Number(value) >= 0 ? Number(value) : value
    else params[key] = value
  }
  return body
}
