// Loads a demo and opens a session at the place that an address names.
import type { AnyDemo, AnyView, Note } from '@/contract'
import { prepare, type Workbench } from '@/engine'
import { FormulaError } from '@/formula'
import { loadDemo, loadTex, loadViews } from '@/registry'
import { openBench } from '@/registry/bench'
import { readPlace } from '@/session/address'
import { createSession, type Place, type Session } from '@/session/session'

export interface OpenDemo {
  session: Session
  bench: Workbench
  views: Readonly<Record<string, AnyView>>
  tex: Readonly<Record<string, string>>
}

export async function openDemo(slug: string, query: string): Promise<OpenDemo> {
  const [demo, views, tex] = await Promise.all([loadDemo(slug), loadViews(slug), loadTex(slug)])
  const { place, notes } = await placeIn(demo, query)
  const bench = openBench()
  return { session: createSession(demo, place, notes, bench), bench, views, tex }
}

/** The place that an address names, with formulas that can be read. */
async function placeIn(demo: AnyDemo, query: string): Promise<{ place: Place; notes: Note[] }> {
  const { place, notes } = readPlace(demo, query)
  notes.push(...(await replaceBadFormulas(demo, place)))
  return { place, notes }
}

/** Takes an open demo to the place of another address: what undo does not know is where reset returns to. */
export async function followAddress(session: Session, query: string): Promise<void> {
  const { place, notes } = await placeIn(session.demo, query)
  session.goTo(place, 'address')
  session.set({ base: place, notes })
}

/** A formula in a link that cannot be read: the default instead, and a note. */
async function replaceBadFormulas(demo: AnyDemo, place: Place): Promise<Note[]> {
  try {
    await prepare(demo.params, place.params)
    return []
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    const formulas = Object.entries(demo.params).flatMap(([key, spec]) => (spec.kind === 'formula' ? [[key, spec] as const] : []))
    const { params } = place
    place.params = { ...params, ...Object.fromEntries(formulas.map(([key, spec]) => [key, spec.default])) }
    return formulas.map(([key, spec]) => ({
      why: 'formula',
      key,
      given: String(params[key]),
      used: spec.default,
      detail: error.message,
    }))
  }
}

export function closeDemo({ session, bench }: OpenDemo): void {
  session.close()
  bench.close()
}
