// A command line as data: what to make, of which demo, in which state.

export const KINDS = {
  shot: { endings: ['png', 'svg', 'webp'], says: 'a picture' },
  film: { endings: ['mp4', 'webm', 'gif', 'zip'], says: 'a film' },
  data: { endings: ['csv', 'json'], says: 'numbers' },
} as const
export type Kind = keyof typeof KINDS

/** Options that are not the demo's own: a number in a range, one of some words, or a flag. */
const OPTIONS: Readonly<Record<string, readonly [number, number] | readonly string[] | 'flag'>> = {
  width: [16, 8192],
  height: [16, 8192],
  dpr: [1, 4],
  theme: ['light', 'dark', 'projector', 'contrast'],
  caption: 'flag',
  transparent: 'flag',
  from: [0, 1e9],
  to: [0, 1e9],
  fps: [1, 60],
  speed: [0.05, 64],
}

export interface Command {
  kind: Kind
  slug: string
  file: string
  ending: string
  /** Words of the address: parameters, t, view, step. */
  query: string
  options: Readonly<Record<string, string | number | boolean>>
  /** Of a film: run or lesson; of numbers: run or the name of a map. */
  of: string
}
/** A command that is not understood; the program ends with 2. */
export class Misuse extends Error {}

/** Reads `shot SLUG --beta 0.9 -o fig.svg`. Throws `Misuse` with one sentence. */
export function readCommand([kind = '', slug = '', ...rest]: readonly string[]): Command {
  if (!Object.hasOwn(KINDS, kind))
    throw new Misuse(`“${kind}” is no command; there are: ${Object.keys(KINDS).join(', ')}, list, help.`)
  if (slug === '' || slug.startsWith('-')) throw new Misuse(`Which demo? momentarium ${kind} SLUG -o FILE`)
  const words = new URLSearchParams()
  const options: Record<string, string | number | boolean> = {}
  let [file, of] = ['', 'run']
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] as string
    const [, name = '', joined] = /^--?([A-Za-z]\w*)(?:=(.*))?$/s.exec(word) ?? []
    if (name === '') throw new Misuse(`“${word}” has no option before it, such as --beta.`)
    const spec = OPTIONS[name]
    if (spec === 'flag') {
      options[name] = true
      continue
    }
    const value = joined ?? rest[++at]
    if (value === undefined) throw new Misuse(`--${name} needs a value.`)
    if (name === 'o' || name === 'output') file = value
    else if (name === 'of') of = value
    else if (spec === undefined) words.set(name, value)
    else options[name] = optionOf(name, spec, value)
  }
  if (file === '') throw new Misuse('Where to? -o FILE')
  const ending = file.toLowerCase().split('.').at(-1) ?? ''
  const { endings, says } = KINDS[kind as Kind]
  if (!(endings as readonly string[]).includes(ending))
    throw new Misuse(`“${file}”: ${says} is a file that ends with .${endings.join(', .')}.`)
  return { kind: kind as Kind, slug, file, ending, query: words.toString(), options, of }
}

function optionOf(name: string, spec: readonly [number, number] | readonly string[], value: string): string | number {
  const [low, high] = spec
  if (typeof low === 'string') {
    if ((spec as readonly string[]).includes(value)) return value
    throw new Misuse(`--${name} is one of ${spec.join(', ')}, not “${value}”.`)
  }
  const number = Number(value)
  if (value.trim() !== '' && number >= low! && number <= (high as number)) return number
  throw new Misuse(`--${name} is a number from ${low} to ${high}, not “${value}”.`)
}
