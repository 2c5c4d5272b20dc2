import { expect, it } from 'vitest'
import { revealDeck, slidevDeck, webPage } from './exports'
import { slideOf } from './format'

const SITE = 'https://m.example'
const lecture = {
  title: 'On "Thursday" <b>',
  slides: [
    slideOf({
      title: 'Begin <i>',
      text: 'See $x^2$ <script>alert(1)</script> {{ evil }}\n\n---\n\nend',
      notes: 'speak --> slowly',
    }),
    slideOf({ demo: 'heavy-ball', query: 'step=fence&beta=0.5', title: 'A "valley"' }),
    slideOf({ demo: 'apg', query: 'w=7&t=end' }),
  ],
}

it('makes a deck for reveal.js that walks through the phases of a stop', () => {
  const deck = revealDeck(lecture, SITE)
  expect(deck.match(/<section>/g)).toHaveLength(3)
  expect(deck).toContain('data-steps="fence,fence:deed,fence:answer"')
  expect(deck).toContain('query="step=fence&amp;beta=0.5"')
  expect(deck).toContain('https://m.example/embed/deck/reveal.mjs')
  expect(deck).toContain('<aside class="notes">')
  expect(deck).toContain('<title>On &quot;Thursday&quot; &lt;b&gt;</title>')
  expect(deck.match(/<script/g)).toHaveLength(1) // its own
})

it('makes a page', () => {
  const page = webPage(lecture, SITE)
  expect(page.match(/<momentarium-demo/g)).toHaveLength(2)
  expect(page).toContain('href="https://m.example/d/apg/?w=7&amp;t=end"')
  expect(page.match(/<script/g)).toHaveLength(1)
})

it('makes a deck for Slidev in which no text is taken for a component or a new slide', () => {
  const deck = slidevDeck(lecture, SITE)
  expect(deck).toContain('title: "On \\"Thursday\\" <b>"')
  expect(deck).toContain('<Momentarium demo="heavy-ball" query="beta=0.5" steps="fence,fence:deed,fence:answer" />')
  expect(deck).not.toContain('<script>')
  expect(deck).not.toContain('{{ evil')
  expect(deck.match(/^---$/gm)).toHaveLength(4) // two of the head, two between three slides
  expect(deck).toContain('<!--\nspeak -- > slowly\n-->')
})
