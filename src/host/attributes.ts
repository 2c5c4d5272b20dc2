// The element's attributes: which are words of the frame's address, and which of these have changed.

/** The element's own attributes and HTML's; all others are words of the address. `lang` is both. */
const OWN =
  /^(demo|src|query|poster|alt|live|parallel|covered|keep|own|class|id|style|slot|title|hidden|role|tabindex|part|dir|inert)$/
/** How a frame looks. */
const LOOK = /^(ui|theme|ground|lang|scale)$/
/** How it behaves. */
const CONDUCT = /^(show|lock|play|loop|speed|motion|links|keys|focus|host|cid|poster)$/

/** Attributes that libraries add for themselves (`data-v-7a`, `_ngcontent-x`) contain signs that words do not. */
export const isWord = (name: string): boolean => /^[a-z][a-z0-9.]*$/.test(name) && !OWN.test(name)

/** The text, as in the address, of a value given to a property. */
export const textOf = (value: unknown): string => (typeof value === 'boolean' ? String(Number(value)) : String(value))

/** Words of the frame's address: those of the attribute `query`, then the other attributes. Frames also know parameters in lower case. */
export function wordsOf(attributes: Iterable<{ name: string; value: string }>, query: string | null): URLSearchParams {
  const words = new URLSearchParams(query ?? '')
  for (const { name, value } of attributes) if (isWord(name)) words.set(name, value)
  return words
}

/** Whether a colour, in any colour space, is nearer to white than to black. */
function isLight(color: string): boolean {
  const ctx = new OffscreenCanvas(1, 1).getContext('2d')!
  ctx.fillStyle = color
  ctx.fillRect(0, 0, 1, 1)
  const [red, green, blue] = ctx.getImageData(0, 0, 1, 1).data as unknown as [number, number, number]
  return red + 2 * green + blue > 2 * 255
}

/** Without a named theme, the theme of the text around: light letters are on a dark ground. The page's own ground then shows through. */
export function likePage(words: URLSearchParams, color: string): URLSearchParams {
  if ((words.get('theme') ?? 'auto') !== 'auto') return words
  words.set('theme', isLight(color) ? 'dark' : 'light')
  if (!words.has('ground')) words.set('ground', '0')
  return words
}

/** Only the words that restore the picture. */
export const pictureWords = (words: URLSearchParams): string[][] =>
  [...words].filter(([key = '']) => !LOOK.test(key) && !CONDUCT.test(key))

/** The words of a frame that only draws: the picture and its look. */
export const stillWords = (words: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...[...words].filter(([key = '']) => !CONDUCT.test(key) && key !== 'ui'), ['ui', 'none'], ['links', '0']])

/** Words that differ; null for a removed one. */
export function changes(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const names = Object.keys({ ...before, ...now })
  return Object.fromEntries(names.flatMap((name) => (before[name] === now[name] ? [] : [[name, now[name] ?? null]])))
}
