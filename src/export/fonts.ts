// The page's own fonts, those in use, as rules that carry their files: for pictures that are painted.
const files = new Map<string, Promise<string>>()

/** The file as a data address; empty if it does not come. */
function dataOf(address: string): Promise<string> {
  const known =
    files.get(address) ??
    fetch(address)
      .then((answer) => (answer.ok ? answer.blob() : null))
      .then((blob) => (blob === null ? '' : readAs(blob)))
      .catch(() => '')
  files.set(address, known)
  return known
}

const readAs = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => resolve('')
    reader.readAsDataURL(blob)
  })

const named = (family: string) => family.replace(/["']/g, '')

/** Style rules of the fonts whose files the page has loaded. */
export async function usedFonts(): Promise<string> {
  await document.fonts.ready
  const loaded = new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(keyOf))
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [{ rule, base: sheet.href ?? document.baseURI }] : [],
    ),
  )
  const used = rules.filter(({ rule: { style } }) =>
    loaded.has(
      keyOf({
        family: style.getPropertyValue('font-family'),
        style: style.getPropertyValue('font-style'),
        unicodeRange: style.getPropertyValue('unicode-range'),
      }),
    ),
  )
  const texts = await Promise.all(
    used.map(async ({ rule, base }) => {
      const [, url] = /url\(["']?([^)"']+)["']?\)/.exec(rule.style.getPropertyValue('src')) ?? []
      const data = url === undefined ? '' : url.startsWith('data:') ? url : await dataOf(new URL(url, base).href)
      const { style } = rule
      const facts = ['font-family', 'font-style', 'font-weight', 'unicode-range']
        .map((name) => [name, style.getPropertyValue(name)])
        .filter(([, value]) => value !== '')
      return data && `@font-face{${facts.map(([name, value]) => `${name}:${value}`).join(';')};src:url(${data})}`
    }),
  )
  return texts.join('')
}

const ALL = 'U+0-10FFFF'
const keyOf = ({ family, style, unicodeRange }: { family: string; style: string; unicodeRange: string }) =>
  `${named(family)} ${style || 'normal'} ${(unicodeRange || ALL).toUpperCase().replaceAll(' ', '')}`
