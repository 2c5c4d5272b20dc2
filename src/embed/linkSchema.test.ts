import { describe, expect, it } from 'vitest'
import { loadDemo, slugs } from '@/registry/demos'
import { allMetas } from '@/registry/metas'
import { readPlace } from '@/session/address'
import { linkSchema, llmsText, siteMap } from './linkSchema'

interface Property {
  enum?: string[]
  anyOf?: Property[]
  const?: string
  minimum?: number
  maximum?: number
  pattern?: string
  default?: unknown
}
const SITE = 'https://example.org/'

describe('a link of what the schema allows is taken as it is', () => {
  it.each(slugs())('%s', async (slug) => {
    const demo = await loadDemo(slug)
    const schema = linkSchema(demo, SITE) as { properties: Record<string, Property>; examples: Record<string, string>[] }
    const notesOf = (query: Record<string, unknown>) =>
      readPlace(demo, new URLSearchParams(query as Record<string, string>).toString()).notes
    const tried = ({ enum: words = [], anyOf = [], minimum, maximum, default: given, ...rest }: Property): unknown[] => [
      ...words,
      ...anyOf.flatMap(tried),
      ...[minimum, maximum, given, rest.const].filter((value) => value !== undefined),
    ]
    for (const [key, property] of Object.entries(schema.properties)) {
      const values = tried(property)
      for (const value of values) {
        expect(notesOf({ [key]: value }), `${key}=${value}`).toEqual([])
        if (property.pattern) expect(String(value), key).toMatch(new RegExp(property.pattern))
      }
      if (property.maximum !== undefined) expect(notesOf({ [key]: property.maximum + 1 })).not.toEqual([])
      if (property.enum) expect(notesOf({ [key]: 'nothing' })).not.toEqual([])
    }
    expect(Object.keys(schema.properties)).toEqual([...Object.keys(demo.params), 't', 'view', 'step'])
    for (const example of schema.examples) expect(notesOf(example), JSON.stringify(example)).toEqual([])
  })
})

it('names every demo with its paper and its schema, and every tour', () => {
  const tour = { slug: 'one', title: 'A tour', summary: 'Of something.', minutes: 20 }
  const text = llmsText(allMetas, [tour], SITE)
  expect(text).toContain('[A tour](https://example.org/t/one/): Of something. About 20 minutes.')
  for (const { slug, paper } of allMetas) {
    expect(text).toContain(`https://example.org/schema/${slug}.json`)
    expect(text).toContain(paper.url)
  }
  expect(siteMap(['', 'd/apg/'], SITE)).toContain('<loc>https://example.org/d/apg/</loc>')
})
