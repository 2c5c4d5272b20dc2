// What a visitor may write: functions, constants, limits.

/** Longest formula: the limit of addresses. */
export { LONGEST_FORMULA as LONGEST } from '@/contract'
/** Deepest nesting of brackets. */
export const DEEPEST = 30

/** Functions and how many arguments each takes. */
export const FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'].map((name) => [name, 1] as const),
  ...['exp', 'log', 'ln', 'sqrt', 'abs'].map((name) => [name, 1] as const),
  ['pow', 2] as const,
])

/** Named numbers; a variable of the same name hides them. */
export const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
])

/** Signs in text copied from books and web pages, and what they mean. */
export const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['–', '-'],
  ['·', '*'],
  ['⋅', '*'],
  ['×', '*'],
  ['π', 'pi'],
])
