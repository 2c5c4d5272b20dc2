// Trees → stack programs (src/numerics/formula.ts).
import { evaluate, instruction, type Operation, type Program, STACK_DEPTH } from '@/numerics/formula'
import { CONSTANTS } from './language'
import { FormulaError } from './problem'
import { scale, split, type Tree, wholeOf } from './tree'

const LARGEST_WHOLE_EXPONENT = 64 // chosen: up to here repeated squaring is faster than Math.pow, and exact within 1e-14

/** An operation with its operand; for `constant` this is the value until all constants are known. */
type Word = readonly [operation: Operation, operand: number]

/** The program that computes `tree` from the values of `variables`, in this order. */
export function programOf(tree: Tree, variables: readonly string[]): Program {
  const words: Word[] = []
  visit(tree, variables, words)
  const program = assemble(words)
  if (depthOf(words) > STACK_DEPTH) throw new FormulaError('tooComplex')
  return program
}

function visit(tree: Tree, variables: readonly string[], words: Word[]): void {
  const inner = (part: Tree) => visit(part, variables, words)
  switch (tree.kind) {
    case 'number':
      words.push(['constant', tree.value / tree.per])
      return
    case 'name': {
      const index = variables.indexOf(tree.name)
      words.push(index < 0 ? ['constant', CONSTANTS.get(tree.name)!] : ['variable', index])
      return
    }
    case 'sum':
      tree.terms.forEach((term, k) => {
        const [coefficient, rest] = split(term)
        const minus = k > 0 && coefficient.value < 0
        inner(minus ? scale({ ...coefficient, value: -coefficient.value }, rest) : term)
        if (k > 0) join(words, minus ? 'subtract' : 'add')
      })
      return
    case 'product': {
      const { value, per } = tree.coefficient
      const scaled = value !== 1 && value !== -1
      if (scaled) words.push(['constant', value])
      tree.factors.forEach((factor, k) => {
        inner(factor)
        if (scaled || k > 0) join(words, 'multiply')
      })
      if (value === -1) apply(words, 'negate')
      if (per === 1) return
      words.push(['constant', per]) // dividing keeps x/3 exact, where x · 0.333… is not
      join(words, 'divide')
      return
    }
    case 'quotient':
      inner(tree.top)
      inner(tree.bottom)
      join(words, 'divide')
      return
    case 'power': {
      const whole = Math.abs(wholeOf(tree.exponent))
      const root = tree.exponent.kind === 'number' && tree.exponent.value === 1 && tree.exponent.per === 2
      const inverse = wholeOf(tree.exponent) < 0 && whole <= LARGEST_WHOLE_EXPONENT
      if (inverse) words.push(['constant', 1])
      inner(tree.base)
      if (root) apply(words, 'sqrt')
      else if (whole > 1 && whole <= LARGEST_WHOLE_EXPONENT) apply(words, 'whole', whole)
      else if (!inverse) {
        inner(tree.exponent)
        join(words, 'power')
      }
      if (inverse) join(words, 'divide')
      return
    }
    case 'call': {
      const reciprocal = tree.name === 'sec' || tree.name === 'sech'
      if (reciprocal) words.push(['constant', 1])
      inner(tree.argument)
      apply(words, reciprocal ? (tree.name === 'sec' ? 'cos' : 'cosh') : (tree.name as Operation))
      if (reciprocal) join(words, 'divide')
    }
  }
}

/** An operation on the topmost value, done at once if that is a constant. */
function apply(words: Word[], operation: Operation, operand = 0): void {
  words.push([operation, operand])
  fold(words, 1)
}
/** An operation on the two topmost values. */
function join(words: Word[], operation: Operation): void {
  words.push([operation, 0])
  fold(words, 2)
}
function fold(words: Word[], arity: number): void {
  const last = words.slice(-1 - arity)
  if (!last.slice(0, -1).every(([operation]) => operation === 'constant')) return
  words.splice(-1 - arity, arity + 1, ['constant', evaluate(assemble(last), [])])
}

function assemble(words: readonly Word[]): Program {
  const constants = [...new Set(words.flatMap(([operation, operand]) => (operation === 'constant' ? [operand] : [])))]
  const code = words.map(([operation, operand]) =>
    instruction(operation, operation === 'constant' ? constants.indexOf(operand) : operand),
  )
  return { code, constants }
}

/** The most values on the stack at one time. */
function depthOf(words: readonly Word[]): number {
  let depth = 0
  let most = 0
  for (const [operation] of words) {
    if (operation === 'constant' || operation === 'variable') most = Math.max(most, ++depth)
    else if (['add', 'subtract', 'multiply', 'divide', 'power'].includes(operation)) depth--
  }
  return most
}
