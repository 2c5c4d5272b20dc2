// Every tour leads through stops and states that exist, and each brings the state that it names.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sceneOf } from '@/lecture/positions'
import { lectureOfTour } from '@/lecture/tour'
import { hasDemo, loadDemo } from '@/registry'
import { loadTour, tourMetas } from '@/registry/tours'
import { readPlace, writePlace } from '@/session/address'

it('knows every folder', () => {
  expect(tourMetas.map(({ slug }) => slug).sort()).toEqual(readdirSync('tours').sort())
})

describe.each(tourMetas.map((meta) => [meta.slug, meta] as const))('%s', async (slug, meta) => {
  const { slides } = lectureOfTour(meta, await loadTour(slug))
  it('is a lecture of 8 to 15 stops in several demos, 20 to 40 minutes long', () => {
    expect(slides.length).toBeGreaterThanOrEqual(8)
    expect(slides.length).toBeLessThanOrEqual(15)
    expect(new Set(slides.map(({ demo }) => demo)).size).toBeGreaterThan(1)
    expect(meta.minutes).toBeGreaterThanOrEqual(20)
    expect(meta.minutes).toBeLessThanOrEqual(40)
  })
  it('has a title and a sentence between its stops, no two alike', () => {
    expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length)
    for (const { title, text } of slides) expect(`${title}: ${text}`).toMatch(/^\S.*: \S.*[.?]$/)
  })
  it.each(slides.map(({ title, demo = '', query }) => [title, demo, query] as const))(
    'brings the state of “%s”',
    async (_, slug, query) => {
      expect(hasDemo(slug), slug).toBe(true)
      const demo = await loadDemo(slug)
      const { place, notes } = readPlace(demo, query)
      expect(notes).toEqual([])
      expect(writePlace(demo, place)).toBe(query)
      const scene = sceneOf({ id: '', demo: slug, query, title: '', text: '', notes: '' })
      if (scene !== null) expect(demo.lecture[place.lecture ?? -1]?.id).toBe(scene)
    },
  )
})
