import { expect, it } from 'vitest'
import { withQuery } from '@/export/oneFile'
import { wordsOf } from './query'

it('takes the address alone where there is nothing else', () => {
  expect(wordsOf('', {})).toBe('')
  expect(wordsOf('?beta=0.9&start=1,2', {})).toBe('?beta=0.9&start=1%2C2')
})
it('prefers the address to the state in the file, and that to its defaults', () => {
  const file = { query: 'beta=0.5&ui=player', defaults: 'ui=full&links=0' }
  expect(wordsOf('', file)).toBe('?ui=player&links=0&beta=0.5')
  expect(wordsOf('?beta=1', file)).toBe('?ui=player&links=0&beta=1')
})
it('writes a state into a file, and another one over it', () => {
  const once = withQuery('<!doctype html>\n<html lang="en" data-slug="x">', 'a=1&b="<')
  expect(once).toBe('<!doctype html>\n<html lang="en" data-query="a=1&amp;b=&quot;&lt;" data-slug="x">')
  expect(withQuery(once, 'c=2')).toBe('<!doctype html>\n<html lang="en" data-query="c=2" data-slug="x">')
})
