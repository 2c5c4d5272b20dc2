import { expect, it } from 'vitest'
import { messages } from '@/messages'
import { Guarded } from './guarded'

it('says that a picture cannot be drawn, and tries again with the next one', () => {
  const [first, second] = [{}, {}]
  const guard = new Guarded({ of: first, children: 'picture' })
  guard.setState = ((state: { failed: boolean }) => {
    guard.state = state
  }) as typeof guard.setState
  expect(guard.render()).toBe('picture')
  guard.state = Guarded.getDerivedStateFromError()
  expect(JSON.stringify(guard.render())).toContain(messages.notDrawn)
  guard.componentDidUpdate({ of: first, children: 'picture' })
  expect(guard.render()).not.toBe('picture')
  ;(guard as { props: Guarded['props'] }).props = { of: second, children: 'picture' }
  guard.componentDidUpdate({ of: first, children: 'picture' })
  expect(guard.render()).toBe('picture')
})
