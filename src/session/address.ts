// Place ↔ readable query of the address. The query holds only the differences from the paper's values.
import { type AnyDemo, decode, encode, type Note, namesOf, parseNumber, RESERVED, sameValue } from '@/contract'
import { findStop, type Place, paperPlace, stopName, stopPlace } from './lesson'

/** Before the names of parameters of the state that is compared; alone, that state has the paper's values. */
const KEPT = 'b'
const isKept = (key: string) => key === KEPT || key.startsWith(`${KEPT}.`)

/** Reserved words of the address that the page itself reads; embedding reads the others. */
const UNDERSTOOD = new Set(['v', 't', 'view', 'step', KEPT])

/** Tracking parameters that others add to links: ignored without a note. */
const TRACKING =
  /^(utm_.+|[a-z]*clid|gclsrc|[gw]braid|gad_.+|msclkid|mc_[ce]id|mkt_tok|igshi?d?|li_fat_id|srsltid|_h(s|sc|sm)[a-z]*|hsctatracking|_g[al]|_ga_.+|(pk|mtm|matomo|piwik|hsa|at|ns|vero|oly)_.+|s_(cid|kwcid)|trk[a-z]*|ref|ref_(src|url)|spm|epik|__twitter_impression)$/i

export function readPlace(demo: AnyDemo, query: string): { place: Place; notes: Note[] } {
  const names = namesOf(demo.params)
  const pairs = [...new URLSearchParams(query)].filter(([key]) => names.has(key) || !TRACKING.test(key))
  const word = (name: string) => pairs.find(([key]) => key === name)?.[1]
  const own = pairs.filter(([key]) => Object.hasOwn(demo.params, key) || !(RESERVED.has(key) || isKept(key)))
  const step = word('step')
  const stop = step === undefined ? null : findStop(demo, step)
  // A stop brings its own values; further values in the address are the visitor's.
  const base = stop === null ? paperPlace(demo) : stopPlace(demo, stop.lecture, stop.phase)
  const { params, notes } = decode(demo.params, own, base.params as never)
  const place: Place = { ...base, params }
  const compared = pairs.filter(([key]) => isKept(key) && !names.has(key))
  if (compared.length > 0) {
    const beside = compared.flatMap(([key, given]) => (key === KEPT ? [] : [[key.slice(KEPT.length + 1), given] as const]))
    const read = decode(demo.params, beside, paperPlace(demo).params as never)
    place.kept = read.params
    notes.push(...read.notes.map((note) => ({ ...note, key: `${KEPT}.${note.key}` })))
  }
  if (step !== undefined && stop === null) notes.push({ why: 'noStop', key: 'step', given: step })

  const t = word('t')
  if (t !== undefined) {
    const wanted = parseNumber(t)
    if (t === 'end') place.step = 'end'
    else if (wanted !== null && Number.isInteger(wanted) && wanted >= 0) place.step = wanted
    else notes.push({ why: 'notWhole', key: 't', given: t, used: String(place.step) })
  }
  const view = word('view')
  if (view !== undefined) {
    if (Object.hasOwn(demo.views, view)) place.view = view
    else notes.push({ why: 'notAnOption', key: 'view', given: view, used: place.view })
  }
  for (const [key, given] of pairs) {
    if (UNDERSTOOD.has(key) || Object.hasOwn(demo.params, key) || !RESERVED.has(key)) continue
    if (key === 'theme') continue // read by the app
    notes.push({ why: 'unknown', key, given })
  }
  return { place, notes }
}

/** The query of a place, without the question mark; empty for the paper's. It names what differs from the paper, or from the open stop; of a state that is compared, what differs from the paper. */
export function writePlace(demo: AnyDemo, { params, step, view, lecture, phase, kept }: Place): string {
  const base = lecture === null ? paperPlace(demo) : stopPlace(demo, lecture, phase)
  const query = new URLSearchParams()
  if (lecture !== null) query.set('step', stopName(demo, lecture, phase))
  for (const [key, text] of encode(demo.params, params as never, base.params as never)) query.set(key, text)
  const { version } = demo.meta
  if (version !== undefined && version > 1 && query.size > 0) query.set('v', String(version))
  const isEnd = step === 'end' || (base.step === 'end' && step > 0 && step >= demo.model.steps(params)) // counting steps may mean running
  const shown = isEnd ? 'end' : step
  if (!sameValue(shown, base.step)) query.set('t', String(shown))
  if (view !== base.view) query.set('view', view)
  if (kept !== null) {
    const beside = encode(demo.params, kept as never, paperPlace(demo).params as never)
    for (const [key, text] of beside) query.set(`${KEPT}.${key}`, text)
    if (beside.length === 0) query.set(KEPT, '1')
  }
  return query.toString().replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('%3A', ':')
}
