// Members of the element for libraries such as React and Vue: they assign a property if the element has one, and write an attribute otherwise.
// What they assign to a method becomes the attribute of that name, and the method is kept.
import { textOf } from './attributes'

export function assign(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, textOf(value))
}

/** Members without a setter get one that sets an attribute. */
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

/** Values assigned before the script loaded hide members; this assigns them again. */
export function assignAgain(element: Element): void {
  for (const [name, value] of Object.entries(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue
    delete (element as unknown as Record<string, unknown>)[name]
    Object.assign(element, { [name]: value })
  }
}
