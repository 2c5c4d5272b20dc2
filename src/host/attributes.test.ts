import { expect, it } from 'vitest'
import { changes, pictureWords, textOf, wordsOf } from './attributes'

const given = (attributes: Record<string, string>) => Object.entries(attributes).map(([name, value]) => ({ name, value }))

it('makes words of the address of all attributes but its own and HTML’s', () => {
  const attributes = {
    demo: 'heavy-ball',
    beta: '0.9',
    stepsize: '2',
    class: 'wide',
    style: '',
    'data-steps': '',
    'aria-label': 'x',
    '_ngcontent-ab': '',
    'x-on:click': '',
    part: 'demo',
  }
  expect(String(wordsOf(given({ ...attributes, lang: 'de', alt: 'A ball', poster: '' }), null))).toBe(
    'beta=0.9&stepsize=2&lang=de',
  )
})

it('puts attributes above the words of query', () => {
  expect(String(wordsOf(given({ beta: '0.5', ui: 'none' }), 'beta=0.9&t=end'))).toBe('beta=0.5&t=end&ui=none')
})

it('keeps only the words that belong to the picture', () => {
  const words = new URLSearchParams('beta=0.5&ui=none&step=fence&keys=up&t=12&view=map&seed=3&scale=2&theme=dark&show=beta')
  expect(String(new URLSearchParams(pictureWords(words)))).toBe('beta=0.5&step=fence&t=12&view=map&seed=3')
})

it('finds the words that have changed, and those that were taken away', () => {
  expect(changes({ beta: '0.5', t: '7', ui: 'none' }, { beta: '0.9', ui: 'none', seed: '3' })).toEqual({
    beta: '0.9',
    t: null,
    seed: '3',
  })
})

it('writes values that are assigned as the address does', () => {
  expect([0.5, true, false, [-1.5, 1], 'end'].map(textOf)).toEqual(['0.5', '1', '0', '-1.5,1', 'end'])
})
