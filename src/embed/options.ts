// The words of an embed's address that do not belong to the demo: how much interface, and how the frame behaves.
import { type Note, parseNumber } from '@/contract'
import type { Ui } from './protocol'

/** Parts of the interface, besides parameters, that `show` can name. `stop`: the open stop of the lesson, without ways to others. */
export const PARTS = ['player', 'presets', 'tabs', 'lecture', 'stop', 'equations', 'readouts', 'claims', 'reset'] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  ui: Ui
  /** Parts and parameters that are shown; null: all of `ui`. */
  show: ReadonlySet<string> | null
  /** Parameters that are shown but cannot be changed. */
  lock: ReadonlySet<string> | 'all'
  play: '0' | '1' | 'visible'
  loop: boolean
  speed: number
  theme: 'auto' | 'light' | 'dark' | 'projector' | 'contrast'
  /** The paper's colour; without it the page around shows through. */
  ground: boolean
  motion: 'auto' | 'reduce' | 'full'
  scale: number
  /** Drawn pixels in a CSS pixel; 0: as the screen has them. */
  dpr: number
  poster: boolean
  links: boolean
  focus: 'manual' | 'auto'
  keys: 'page' | 'none' | 'up'
  host: 'none' | 'reveal'
  cid: string | undefined
}

export const DEFAULTS: Options = {
  ui: 'controls',
  show: null,
  lock: new Set(),
  play: '0',
  loop: false,
  speed: 1,
  theme: 'auto',
  ground: true,
  motion: 'auto',
  scale: 1,
  dpr: 0,
  poster: false,
  links: true,
  focus: 'manual',
  keys: 'page',
  host: 'none',
  cid: undefined,
}

const OPTIONS = {
  ui: ['controls', 'full', 'player', 'none'],
  play: ['0', '1', 'visible'],
  theme: ['auto', 'light', 'dark', 'projector', 'contrast'],
  motion: ['auto', 'reduce', 'full'],
  focus: ['manual', 'auto'],
  keys: ['page', 'none', 'up'],
  host: ['none', 'reveal'],
} as const
const TOGGLES = ['loop', 'poster', 'links', 'ground'] as const
const RANGES = { speed: [0.05, 64], scale: [0.5, 3], dpr: [1, 4] } as const
const list = (text: string) => new Set(text.split(',').filter(Boolean))

const WORDS = new Set([...Object.keys(OPTIONS), ...TOGGLES, ...Object.keys(RANGES), 'show', 'lock', 'cid', 'lang'])
export const isOption = (word: string): boolean => WORDS.has(word)
/** The rest of a query: the demo's own part. */
export const withoutOptions = (query: string): string =>
  new URLSearchParams([...new URLSearchParams(query)].filter(([key]) => !WORDS.has(key))).toString()

/** Reads the known words; unusable values are noted and left at their defaults. `lang` is accepted and has one value so far. */
export function readOptions(query: string): { options: Options; notes: Note[] } {
  const options = { ...DEFAULTS }
  const notes: Note[] = []
  const asked = new URLSearchParams(query)
  for (const [key, allowed] of Object.entries(OPTIONS)) {
    const given = asked.get(key)
    if (given === null) continue
    if ((allowed as readonly string[]).includes(given)) Object.assign(options, { [key]: given })
    else notes.push({ why: 'notAnOption', key, given, used: String(DEFAULTS[key as keyof Options]) })
  }
  for (const key of TOGGLES) {
    const given = asked.get(key)
    if (given === '0' || given === '1' || given === '') options[key] = given !== '0'
    else if (given !== null) notes.push({ why: 'notAToggle', key, given, used: DEFAULTS[key] ? '1' : '0' })
  }
  for (const [key, [low, high]] of Object.entries(RANGES) as [keyof typeof RANGES, readonly [number, number]][]) {
    const given = asked.get(key)
    if (given === null) continue
    const value = parseNumber(given)
    if (value === null) {
      notes.push({ why: 'notANumber', key, given, used: String(DEFAULTS[key]) })
      continue
    }
    options[key] = Math.min(Math.max(value, low), high)
    if (options[key] !== value) notes.push({ why: 'outside', key, given, used: String(options[key]) })
  }
  const show = asked.get('show')
  if (show !== null) options.show = list(show)
  const lock = asked.get('lock')
  if (lock !== null) options.lock = lock === 'all' ? 'all' : list(lock)
  const cid = asked.get('cid')
  if (cid !== null && /^[A-Za-z0-9_-]{1,64}$/.test(cid)) options.cid = cid
  return { options, notes }
}

/** The parts shown at each level of `ui`; `show` selects among them. */
const LEVELS: Readonly<Record<Ui, readonly Part[]>> = {
  full: PARTS.filter((part) => part !== 'stop'),
  controls: ['player', 'tabs', 'reset'],
  player: ['player'],
  none: [],
}
export const hasPart = ({ ui, show }: Options, part: Part): boolean =>
  show === null ? LEVELS[ui].includes(part) : show.has(part)
export const hasControls = ({ ui, show }: Options): boolean => show !== null || ui === 'full' || ui === 'controls'
export const isShownControl = ({ show }: Options, key: string): boolean => show === null || show.has(key)
export const isLocked = ({ lock }: Options, key: string): boolean => lock === 'all' || lock.has(key)
