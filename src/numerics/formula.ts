// Formulas as stack programs: plain data, evaluated without eval and without allocation. src/formula makes them from text.

/**
 * What an instruction may do; its number is its place in this list. `constant`, `variable` and `whole` (a power with a whole
 * exponent of at least 2) carry an operand.
 */
export const OPERATIONS = [
  ...(['constant', 'variable', 'add', 'subtract', 'multiply', 'divide', 'negate', 'power', 'whole'] as const),
  ...(['sqrt', 'exp', 'log', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'abs', 'sign'] as const),
] as const
export type Operation = (typeof OPERATIONS)[number]

/** Most values that a program may keep on the stack; src/formula refuses deeper ones. */
export const STACK_DEPTH = 128

/** One instruction a number: see `instruction`. Operands of `constant` and `variable` are indices. */
export interface Program {
  readonly code: readonly number[]
  readonly constants: readonly number[]
}

/** A formula with its derivatives. Plain data: it can be posted to a worker and remembered there. */
export interface CompiledFormula {
  readonly text: string
  readonly variables: readonly string[]
  readonly value: Program
  /** [i]: ∂/∂variables[i]. */
  readonly gradient: readonly Program[]
  /** [i][j]: ∂²/∂variables[i]∂variables[j]; symmetric. */
  readonly hessian: readonly (readonly Program[])[]
  readonly tex: { readonly value: string; readonly gradient: readonly string[] }
}

/** The low 5 bits say which operation, the rest is its operand. */
export const instruction = (operation: Operation, operand = 0): number => OPERATIONS.indexOf(operation) | (operand << 5)

const stack = new Float64Array(STACK_DEPTH)

/** Value of a program; `variables` in the formula's order. NaN where it is undefined, never an error. */
export function evaluate(program: Program, variables: ArrayLike<number>): number {
  const { code, constants } = program
  let top = -1
  for (let k = 0; k < code.length; k++) {
    const word = code[k]!
    // Numbers, not names, so that engines make a jump table; formula.test.ts tests each operation by name.
    switch (word & 31) {
      case 0: // constant
        stack[++top] = constants[word >> 5]!
        break
      case 1: // variable
        stack[++top] = variables[word >> 5]!
        break
      case 2: // add
        top--
        stack[top]! += stack[top + 1]!
        break
      case 3: // subtract
        top--
        stack[top]! -= stack[top + 1]!
        break
      case 4: // multiply
        top--
        stack[top]! *= stack[top + 1]!
        break
      case 5: // divide
        top--
        stack[top]! /= stack[top + 1]!
        break
      case 6: // negate
        stack[top] = -stack[top]!
        break
      case 7: // power
        top--
        stack[top] = stack[top]! ** stack[top + 1]!
        break
      case 8: // whole
        stack[top] = wholePower(stack[top]!, word >> 5)
        break
      case 9: // sqrt
        stack[top] = Math.sqrt(stack[top]!)
        break
      case 10: // exp
        stack[top] = Math.exp(stack[top]!)
        break
      case 11: // log
        stack[top] = Math.log(stack[top]!)
        break
      case 12: // sin
        stack[top] = Math.sin(stack[top]!)
        break
      case 13: // cos
        stack[top] = Math.cos(stack[top]!)
        break
      case 14: // tan
        stack[top] = Math.tan(stack[top]!)
        break
      case 15: // asin
        stack[top] = Math.asin(stack[top]!)
        break
      case 16: // acos
        stack[top] = Math.acos(stack[top]!)
        break
      case 17: // atan
        stack[top] = Math.atan(stack[top]!)
        break
      case 18: // sinh
        stack[top] = Math.sinh(stack[top]!)
        break
      case 19: // cosh
        stack[top] = Math.cosh(stack[top]!)
        break
      case 20: // tanh
        stack[top] = Math.tanh(stack[top]!)
        break
      case 21: // abs
        stack[top] = Math.abs(stack[top]!)
        break
      case 22: // sign
        stack[top] = Math.sign(stack[top]!)
        break
    }
  }
  return stack[0]!
}

/** base^exponent by repeated squaring: several times faster than Math.pow, and the same in every engine. */
function wholePower(base: number, exponent: number): number {
  let result = 1
  for (let rest = exponent, square = base; ; square *= square) {
    if (rest & 1) result *= square
    rest >>= 1
    if (rest === 0) return result
  }
}

// A memo of a pure function (text → programs), so no run depends on it: it only decides whether a formula is at hand.
// A text has one entry: using it with other variables prepares it again.
const remembered = new Map<string, CompiledFormula>()
let latest: CompiledFormula | undefined
const MOST_REMEMBERED = 64 // chosen: an hour of typing keeps a few hundred kB at most

/** Keeps a formula at hand in this realm (page or worker); the least recently used are dropped. */
export function rememberFormula(compiled: CompiledFormula): void {
  latest = compiled
  remembered.delete(compiled.text)
  remembered.set(compiled.text, compiled)
  if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!)
}

/** The prepared formula; preparing is asynchronous and must come first (src/formula). */
export function compiledFormula(text: string): CompiledFormula {
  if (latest?.text === text) return latest
  const found = remembered.get(text)
  if (found === undefined) throw new Error(`formula "${text}" was not prepared: await prepareFormula(text, variables) first`)
  rememberFormula(found) // makes it the most recently used
  return found
}

export const hasFormula = (text: string): boolean => remembered.has(text)
