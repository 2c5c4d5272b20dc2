import { expect, it } from 'vitest'
import { type Embedding, embedCode, frameAddress } from './embedCode'

const embedding: Embedding = {
  host: 'iframe',
  site: 'https://momentarium.example',
  slug: 'heavy-ball',
  title: 'The "heavy" ball',
  query: 'beta=0.9&start=1%2C2',
  ui: 'player',
  theme: 'auto',
  width: 960,
  height: 600,
  steps: true,
}

it('names state, interface and theme in the address, defaults not', () => {
  expect(frameAddress(embedding)).toBe('https://momentarium.example/embed/heavy-ball/?beta=0.9&start=1,2&ui=player')
  expect(frameAddress({ ...embedding, query: '', ui: 'controls' })).toBe('https://momentarium.example/embed/heavy-ball/')
})

it('writes a sandboxed frame with a title for every page', () => {
  const code = embedCode(embedding)
  expect(code).toContain('src="https://momentarium.example/embed/heavy-ball/?beta=0.9&amp;start=1,2&amp;ui=player"')
  expect(code).toContain('sandbox="allow-scripts allow-downloads"')
  expect(code).not.toContain('allow-same-origin')
  expect(code).toContain('title="The &quot;heavy&quot; ball"')
})

it('writes elements and tags for decks', () => {
  expect(embedCode({ ...embedding, host: 'element' })).toContain(
    '<momentarium-demo demo="heavy-ball" beta="0.9" start="1,2" ui="player"',
  )
  expect(embedCode({ ...embedding, host: 'reveal' })).toMatch(/ui="player" data-steps .*plugins: \[Momentarium\]/s)
  expect(embedCode({ ...embedding, host: 'slidev' })).toContain(
    '<Momentarium demo="heavy-ball" beta="0.9" start="1,2" ui="player" steps',
  )
  expect(embedCode({ ...embedding, host: 'markdown' })).toBe(
    '[![The "heavy" ball](https://momentarium.example/embed/heavy-ball/poster.webp)](https://momentarium.example/d/heavy-ball/?beta=0.9&start=1%2C2)',
  )
})
