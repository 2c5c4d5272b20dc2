import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { RichText } from './tex'

it('keeps a number and its percent sign on one line', () => {
  expect(renderToStaticMarkup(<RichText text="At 1 % it is 5 times" />)).toBe('<span>At 1\u00a0% it is 5 times</span>')
})
