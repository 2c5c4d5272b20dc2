// A compiled formula as a Python expression, for the code that a demo offers.
import { OPERATIONS, type Operation, type Program } from '@/numerics/formula'

/** An expression and how tightly its outermost sign binds: sum 1, product 2, minus 3, power 4, anything closed 5. */
type Piece = readonly [text: string, binding: number]

const SIGNS: Partial<Record<Operation, readonly [sign: string, binding: number]>> = {
  add: [' + ', 1],
  subtract: [' - ', 1],
  multiply: [' * ', 2],
  divide: [' / ', 2],
  power: ['**', 4],
}
const NAMES: Partial<Record<Operation, string>> = { asin: 'arcsin', acos: 'arccos', atan: 'arctan' }

const closed = ([text, binding]: Piece, least: number) => (binding < least ? `(${text})` : text)

/** `names` stand for the variables in the formula's order. Functions are those of NumPy as `np`. */
export function pythonOf(program: Program, names: readonly string[]): string {
  const stack: Piece[] = []
  for (const word of program.code) {
    const operation = OPERATIONS[word & 31] as Operation
    const operand = word >> 5
    const sign = SIGNS[operation]
    if (operation === 'constant') {
      const value = program.constants[operand] as number
      stack.push([String(value), value < 0 ? 3 : 5])
    } else if (operation === 'variable') {
      stack.push([names[operand] as string, 5])
    } else if (sign !== undefined) {
      const right = stack.pop() as Piece
      const left = stack.pop() as Piece
      const [text, binding] = sign
      const chained = binding < 4 // a + b + c needs no brackets on the left, a**b**c does
      stack.push([closed(left, chained ? binding : 5) + text + closed(right, binding + 1), binding])
    } else if (operation === 'negate') {
      stack.push([`-${closed(stack.pop() as Piece, 4)}`, 3])
    } else if (operation === 'whole') {
      stack.push([`${closed(stack.pop() as Piece, 5)}**${operand}`, 4])
    } else {
      stack.push([`np.${NAMES[operation] ?? operation}(${(stack.pop() as Piece)[0]})`, 5])
    }
  }
  return (stack[0] as Piece)[0]
}
