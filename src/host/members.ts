// Members of the element, as libraries such as React and Vue meet them: they assign a property where an element has one, and write an attribute
// where it has none. What they assign to a method becomes the attribute of that name, and no method is lost.
import { textOf } from './attributes'

export function assign(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, textOf(value))
}

/** Members without a setter get one that makes attributes. */
export function makeAssignable(prototype: object): void {
  for (const [name, { get, set, value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (set || /^constructor$|Callback$/.test(name)) continue
    Object.defineProperty(prototype, name, {
      get: get ?? (() => value),
      set(given) {
        assign(this, name, given)
      },
    })
  }
}

/** What was assigned before the script had come hides members; it is assigned again. */
export function assignAgain(element: Element): void {
  for (const [name, value] of Object.entries(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue
    delete (element as unknown as Record<string, unknown>)[name]
    Object.assign(element, { [name]: value })
  }
}
