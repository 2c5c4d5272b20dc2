// Loads a demo and opens a session at the place that an address names.
import { type AnyDemo, type AnyView, defaultsOf, type Note } from '@/contract'
import { type Workbench, withReadable } from '@/engine'
import { loadDemo, loadTex, loadViews } from '@/registry'
import { openBench } from '@/registry/bench'
import { readPlace } from '@/session/address'
import type { Place } from '@/session/lesson'
import { createSession, type Session } from '@/session/session'

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
  const read = await withReadable(demo.params, place.params, defaultsOf(demo.params))
  return { place: { ...place, params: read.params }, notes: [...notes, ...read.notes] }
}

/** Takes an open demo to the place of another address: what undo does not know is where reset returns to. */
export async function followAddress(session: Session, query: string): Promise<void> {
  const { place, notes } = await placeIn(session.demo, query)
  session.goTo(place, 'address')
  session.set({ base: place, notes })
}

export function closeDemo({ session, bench }: OpenDemo): void {
  session.close()
  bench.close()
}
