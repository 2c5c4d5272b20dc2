import { expect, it } from 'vitest'
import { withAskAgain } from './askAgain'

it('adds a second try to imports of other scripts of the build alone', () => {
  expect(withAskAgain('load(()=>import(`./demo-a1.js`).then(e=>e.X),[0]);import("./b.js")')).toBe(
    'load(()=>import(`./demo-a1.js`).catch(self.askAgain).then(e=>e.X),[0]);import("./b.js").catch(self.askAgain)',
  )
  for (const other of ['import{a}from"./b.js"', 'import"./b.js"', 'import(address)', 'import.meta.url'])
    expect(withAskAgain(other)).toBe(other)
})
