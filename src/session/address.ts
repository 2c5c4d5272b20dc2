// The address is the experiment: place ↔ readable query, with only the differences to the paper's values.
import {
  type AnyDemo,
  decode,
  defaultsOf,
  encode,
  merge,
  type Note,
  namesOf,
  type Params,
  parseNumber,
  RESERVED,
  sameValue,
} from '@/contract'
import { lectureChange, type Place, paperPlace } from './session'

/** Words of the address that the page itself understands; the other reserved ones are left to embedding. */
const UNDERSTOOD = new Set(['v', 't', 'view', 'step'])

/** What others write into links to count who follows them: no business of ours, and nothing to note. */
const TRACKING =
  /^(utm_.+|[a-z]*clid|gclsrc|[gw]braid|gad_.+|msclkid|mc_[ce]id|mkt_tok|igshi?d?|li_fat_id|srsltid|_h(s|sc|sm)[a-z]*|hsctatracking|_g[al]|_ga_.+|(pk|mtm|matomo|piwik|hsa|at|ns|vero|oly)_.+|s_(cid|kwcid)|trk[a-z]*|ref|ref_(src|url)|spm|epik|__twitter_impression)$/i

export function readPlace(demo: AnyDemo, query: string): { place: Place; notes: Note[] } {
  const paper = paperPlace(demo)
  const names = namesOf(demo.params)
  const pairs = [...new URLSearchParams(query)].filter(([key]) => names.has(key) || !TRACKING.test(key))
  const word = (name: string) => pairs.find(([key]) => key === name)?.[1]
  const own = pairs.filter(([key]) => Object.hasOwn(demo.params, key) || !RESERVED.has(key))
  const { params, notes } = decode(demo.params, own, defaultsOf(demo.params))
  const place: Place = { ...paper, params }

  const t = word('t')
  if (t !== undefined) {
    const step = parseNumber(t)
    if (t === 'end') place.step = 'end'
    else if (step !== null && Number.isInteger(step) && step >= 0) place.step = step
    else notes.push({ why: 'notWhole', key: 't', given: t, used: String(place.step) })
  }
  const view = word('view')
  if (view !== undefined) {
    if (Object.hasOwn(demo.views, view)) place.view = view
    else notes.push({ why: 'notAnOption', key: 'view', given: view, used: place.view })
  }
  const step = word('step')
  if (step !== undefined) {
    const index = demo.lecture.findIndex((stop, k) => stop.id === step || String(k) === step)
    const stop = demo.lecture[index]
    if (stop === undefined) notes.push({ why: 'notAnOption', key: 'step', given: step, used: '–' })
    else {
      place.lecture = index
      place.params = merge(demo.params, place.params as never, lectureChange(demo, stop) ?? {}) as Params
      if (t === undefined && stop.step !== undefined) place.step = stop.step
      if (view === undefined && stop.view !== undefined) place.view = stop.view
    }
  }
  for (const [key, given] of pairs) {
    if (UNDERSTOOD.has(key) || Object.hasOwn(demo.params, key) || !RESERVED.has(key)) continue
    if (key === 'theme') continue // read by the app
    notes.push({ why: 'unknown', key, given })
  }
  return { place, notes }
}

/** The query of a place, without the question mark; empty for the paper's. */
export function writePlace(demo: AnyDemo, { params, step, view, lecture }: Place): string {
  const paper = paperPlace(demo)
  const query = new URLSearchParams()
  const stop = lecture === null ? undefined : demo.lecture[lecture]
  // A lecture step brings its own values; it is named only while these are on screen unchanged.
  const named = stop && lectureChange(demo, stop)
  if (stop && (named === null || sameValue(merge(demo.params, params as never, named ?? {}), params))) query.set('step', stop.id)
  for (const [key, text] of encode(demo.params, params as never, defaultsOf(demo.params))) query.set(key, text)
  const { version } = demo.meta
  if (version !== undefined && version > 1 && query.size > 0) query.set('v', String(version))
  const shown = step === 'end' || (step > 0 && step >= demo.model.steps(params)) ? 'end' : step // counting steps may mean running
  if (!sameValue(shown, paper.step) || query.has('step')) query.set('t', String(shown))
  if (view !== paper.view || query.has('step')) query.set('view', view)
  return query.toString().replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('%3A', ':')
}
