// Decks still know keys by the numbers of old: reveal.js and impress.js read `keyCode`.

const CODES: Readonly<Record<string, number>> = {
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  ',': 188,
  '.': 190,
  '/': 191,
  '?': 191,
}

/** 0 for keys that no deck asks for. */
export const keyCodeOf = (key: string): number =>
  (Object.hasOwn(CODES, key) ? CODES[key] : undefined) ?? (/^[a-z0-9]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0)
