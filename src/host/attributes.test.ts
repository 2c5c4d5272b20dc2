import { expect, it } from 'vitest'
import { bodyOf, pictureWords, wordsOf } from './attributes'

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

it('tells a live frame parameters as texts, and the rest as the message wants it', () => {
  const changes = [
    ['beta', '0.9'],
    ['start', '-1.5,1'],
    ['t', 'end'],
    ['seed', '7'],
    ['scale', '1.5'],
    ['theme', 'dark'],
  ] as const
  expect(bodyOf(changes)).toEqual({ params: { beta: '0.9', start: '-1.5,1' }, t: 'end', seed: 7, scale: 1.5, theme: 'dark' })
})

it('loads again what a frame reads only once, and what was taken away', () => {
  expect(bodyOf([['keys', 'up']])).toBeNull()
  expect(bodyOf([['beta', null]])).toBeNull()
})
