// "Your own function": from a visitor's text to programs for value, gradient and Hessian. Light; mathjs is loaded on demand.
import { type CompiledFormula, compiledFormula, hasFormula, rememberFormula } from '@/numerics/formula'
import { compileAside } from './aside'
import { scan } from './scan'

export { CONSTANTS, FUNCTIONS, LONGEST } from './language'
export { sentence } from './messages'
export { FormulaError, type Problem, type Reason } from './problem'

const preparing = new Map<string, Promise<CompiledFormula>>()
let last: Promise<unknown> = Promise.resolve()

/**
 * Compiles `text` and remembers it: from then on `compiledFormula(text)` returns it in this realm; another worker must be sent the result and remember
 * it too. Requests are queued; the same request twice is done once. Rejects with a `FormulaError`.
 */
export async function prepareFormula(text: string, variables: readonly string[]): Promise<CompiledFormula> {
  if (hasFormula(text)) {
    const known = compiledFormula(text)
    if (known.variables.join() === variables.join()) return known
  }
  scan(text, variables) // finds most mistakes before anything is loaded
  const key = [text, ...variables].join('\n')
  const done = preparing.get(key) ?? last.then(() => compileAside(text, variables))
  if (!preparing.has(key)) {
    const drop = () => preparing.delete(key)
    preparing.set(key, done)
    last = done.then(drop, drop)
  }
  const compiled = await done
  rememberFormula(compiled)
  return compiled
}
