// Parsing and differentiating with mathjs, the only file that loads it. Nothing is ever evaluated there.
import {
  ConstantNode,
  derivative,
  FunctionNode,
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isSymbolNode,
  type MathNode,
  OperatorNode,
  parse,
  SymbolNode,
} from 'mathjs/number'
import { CONSTANTS, FUNCTIONS } from './language'
import { FormulaError } from './problem'
import { call, EULER, name, negative, number, power, product, quotient, same, sum, type Tree } from './tree'

/** The tree of a text that has passed `scan`. */
export function read(plain: string, variables: readonly string[]): Tree {
  return fromMath(parse(plain), (symbol) => {
    if (variables.includes(symbol)) return name(symbol)
    if (symbol === 'e') return EULER
    if (CONSTANTS.has(symbol)) return name(symbol)
    throw new FormulaError('unknownName', null, symbol)
  })
}

/** ∂tree/∂variable. Jumps are left out: abs has the derivative sign, and sign has 0 although it jumps at 0. */
export function differentiate(tree: Tree, variable: string): Tree {
  // mathjs has no derivative of sign: each one is replaced by a constant, which it is almost everywhere.
  const signs = new Map<string, Tree>()
  const node = toMath(tree, (sign) => {
    const symbol = `#${signs.size}`
    signs.set(symbol, sign)
    return symbol
  })
  const raw = derivative(node, new SymbolNode(variable), { simplify: false })
  return fromMath(raw, (symbol) => signs.get(symbol) ?? name(symbol))
}

/** Functions that appear in derivatives but cannot be typed. */
const ARISING: ReadonlySet<string> = new Set(['sec', 'sech'])

const OPERATORS: Readonly<Record<string, (parts: Tree[]) => Tree>> = {
  add: sum,
  subtract: ([a, b]) => sum([a!, negative(b!)]),
  multiply: product,
  // mathjs gives |u| / u as the derivative of |u|; sign(u) is the same and is defined at 0 too.
  divide: ([a, b]) => (a!.kind === 'call' && a!.name === 'abs' && same(a!.argument, b!) ? call('sign', b!) : quotient(a!, b!)),
  pow: ([a, b]) => power(a!, b!),
  unaryMinus: ([a]) => negative(a!),
  unaryPlus: ([a]) => a!,
}

/** Accepts only the kinds of nodes named here. */
function fromMath(node: MathNode, symbol: (name: string) => Tree): Tree {
  const parts = (args: readonly MathNode[]) => args.map((one) => fromMath(one, symbol))
  if (isConstantNode(node) && typeof node.value === 'number') return number(node.value)
  if (isSymbolNode(node)) return symbol(node.name)
  if (isParenthesisNode(node)) return fromMath(node.content, symbol)
  if (isOperatorNode(node) && Object.hasOwn(OPERATORS, node.fn)) return OPERATORS[node.fn]!(parts(node.args))
  if (isFunctionNode(node) && isSymbolNode(node.fn)) {
    const [a, b] = parts(node.args)
    if (node.fn.name === 'pow' && a && b) return power(a, b)
    if (a && (FUNCTIONS.get(node.fn.name) === 1 || ARISING.has(node.fn.name))) return call(node.fn.name, a)
  }
  throw new FormulaError('unreadable')
}

/** Makes a new node for each occurrence: mathjs tells the factors of a product apart by identity. */
function toMath(tree: Tree, aside: (sign: Tree) => string): MathNode {
  const inner = (part: Tree) => toMath(part, aside)
  switch (tree.kind) {
    case 'number': {
      const value = new ConstantNode(tree.value)
      return tree.per === 1 ? value : new OperatorNode('/', 'divide', [value, new ConstantNode(tree.per)])
    }
    case 'name':
      return new SymbolNode(tree.name)
    case 'sum':
      return new OperatorNode('+', 'add', tree.terms.map(inner))
    case 'product':
      return new OperatorNode('*', 'multiply', [tree.coefficient, ...tree.factors].map(inner))
    case 'quotient':
      return new OperatorNode('/', 'divide', [inner(tree.top), inner(tree.bottom)])
    case 'power':
      return new OperatorNode('^', 'pow', [inner(tree.base), inner(tree.exponent)])
    case 'call':
      if (tree.name === 'sign') return new SymbolNode(aside(tree))
      return new FunctionNode(new SymbolNode(tree.name), [inner(tree.argument)])
  }
}
