// Every way from a stop to another demo leads to a state that the other demo reads as it is meant.
import { describe, expect, it } from 'vitest'
import { hasDemo, loadDemo } from '@/registry'
import { readPlace } from '@/session/address'
import { stopPlace } from '@/session/lesson'
import { everyDemo } from './demos'

const linked = (await everyDemo())
  .map(({ slug, demo }) => ({ slug, demo, stops: demo.lecture.flatMap((stop, index) => (stop.link ? [{ stop, index }] : [])) }))
  .filter(({ stops }) => stops.length > 0)

if (linked.length === 0) it('there is no such way in these lessons', () => expect(linked).toEqual([]))
describe.each(linked)('$slug', ({ demo, stops }) => {
  it.each(stops.map(({ stop, index }) => [stop.id, stop.link!, index] as const))('the link of %s', async (_, link, index) => {
    if (!hasDemo(link.slug)) return
    const other = await loadDemo(link.slug)
    for (const phase of ['scene', 'answer'] as const) {
      const { params } = stopPlace(demo, index, phase)
      const query = typeof link.query === 'string' ? link.query : link.query(params)
      expect(readPlace(other, query).notes).toEqual([])
    }
  })
})
