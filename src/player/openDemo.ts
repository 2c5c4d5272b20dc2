// Loads a demo and opens a session at the place in an address.
import { type AnyDemo, type AnyView, defaultsOf, type Note, type Params } from '@/contract'
import { type WorkerClient, withReadable } from '@/engine'
import { loadDemo, loadTex, loadViews } from '@/registry'
import { openWorkerClient } from '@/registry/workerClient'
import { readPlace } from '@/session/address'
import type { Place } from '@/session/lesson'
import { createSession, type Session } from '@/session/session'

export interface OpenDemo {
  session: Session
  client: WorkerClient
  views: Readonly<Record<string, AnyView>>
  tex: Readonly<Record<string, string>>
}

export async function openDemo(slug: string, query: string): Promise<OpenDemo> {
  const [demo, views, tex] = await Promise.all([loadDemo(slug), loadViews(slug), loadTex(slug)])
  const { place, notes } = await placeIn(demo, query)
  const client = openWorkerClient()
  return { session: createSession(demo, place, notes, client), client, views, tex }
}

/** The place in an address, with formulas that can be read. */
async function placeIn(demo: AnyDemo, query: string): Promise<{ place: Place; notes: Note[] }> {
  const { place, notes } = readPlace(demo, query)
  const readable = (params: Params) => withReadable(demo.params, params, defaultsOf(demo.params))
  const read = await readable(place.params)
  const kept = place.kept === null ? null : (await readable(place.kept)).params
  return { place: { ...place, params: read.params, kept }, notes: [...notes, ...read.notes] }
}

/** Moves an open demo to the place of another address. If that is not an undo, reset returns to it. */
export async function followAddress(session: Session, query: string): Promise<void> {
  const { place, notes } = await placeIn(session.demo, query)
  session.goTo(place, 'address')
  session.set({ base: place, notes })
}

export function closeDemo({ session, client }: OpenDemo): void {
  session.close()
  client.close()
}
