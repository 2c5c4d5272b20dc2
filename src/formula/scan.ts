// Reads a text sign by sign before anything heavy is loaded: finds every mistake with its place, and returns a text that contains only numbers,
// known names, + - * / ^, commas and matching brackets.
import { CONSTANTS, DEEPEST, FUNCTIONS, LONGEST, SAME_AS } from './language'
import { FormulaError } from './problem'

const TOKEN = /(?<number>(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<name>[a-z][a-z\d_]*|π)|(?<sign>\*\*|[-+*/^(),−–·⋅×])/iy

interface Bracket {
  at: number
  /** Of a function, or `null` around a part. */
  name: string | null
  commas: number
}

/** The same formula in plain signs; throws a `FormulaError`. */
export function scan(text: string, variables: readonly string[]): string {
  if (text.length > LONGEST) throw new FormulaError('tooLong')
  const known = (name: string) => variables.includes(name) || CONSTANTS.has(name)
  const out: string[] = []
  const open: Bracket[] = []
  let operandNext = true // what is expected: an operand, or a sign after one
  let called: string | null = null // function whose bracket comes next

  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, TOKEN.lastIndex)) {
    TOKEN.lastIndex = at
    const groups = TOKEN.exec(text)?.groups
    if (groups === undefined) throw new FormulaError('character', at, String.fromCodePoint(text.codePointAt(at)!))
    const follows = text[skipBlanks(text, TOKEN.lastIndex)]

    if (groups.number !== undefined) {
      if (!operandNext) throw new FormulaError('operator', at)
      if (!Number.isFinite(Number(groups.number))) throw new FormulaError('infinite', at)
      out.push(String(Number(groups.number)))
      operandNext = false
    } else if (groups.name !== undefined) {
      const name = SAME_AS.get(groups.name) ?? groups.name
      if (known(name)) {
        // "x(y+1)" is a product and must not look like a call.
        out.push(...(follows === '(' ? ['(', name, ')'] : [name]))
        operandNext = false
      } else if (FUNCTIONS.has(name)) {
        if (follows !== '(') throw new FormulaError('noArgument', at, name)
        out.push(name === 'ln' ? 'log' : name)
        called = name
        operandNext = true
      } else {
        throw unknown(name, at, follows === '(', known)
      }
    } else {
      const sign = SAME_AS.get(groups.sign!) ?? groups.sign!
      if (sign === '(') {
        if (open.length === DEEPEST) throw new FormulaError('tooDeep', at)
        open.push({ at, name: called, commas: 0 })
        called = null
        operandNext = true
      } else if (sign === ')') {
        const bracket = open.pop()
        if (bracket === undefined) throw new FormulaError('unopened', at)
        if (operandNext) throw new FormulaError('missing', at)
        if (bracket.name !== null && bracket.commas + 1 !== FUNCTIONS.get(bracket.name)) {
          throw new FormulaError('arguments', bracket.at, bracket.name)
        }
      } else if (sign === ',') {
        const bracket = open.at(-1)
        if (bracket === undefined || bracket.name === null) throw new FormulaError('character', at, sign)
        if (operandNext) throw new FormulaError('missing', at)
        bracket.commas++
        operandNext = true
      } else {
        if (operandNext && sign !== '-' && sign !== '+') throw new FormulaError('missing', at)
        operandNext = true
      }
      out.push(sign === '**' ? '^' : sign)
    }
  }
  if (out.length === 0) throw new FormulaError('empty')
  if (operandNext) throw new FormulaError('unfinished', text.trimEnd().length)
  if (open.length > 0) throw new FormulaError('unclosed', open.at(-1)!.at)
  return out.join(' ')
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}

function unknown(name: string, at: number, called: boolean, known: (name: string) => boolean): FormulaError {
  const factors = factorsOf(name, known)
  if (factors !== null) return new FormulaError('product', at, factors.join('*'))
  return new FormulaError(called ? 'unknownFunction' : 'unknownName', at, name)
}

/** "xy" → x, y: the longest known names from the left, or `null`. */
function factorsOf(name: string, known: (name: string) => boolean): string[] | null {
  const factors: string[] = []
  for (let from = 0; from < name.length; ) {
    let to = name.length
    while (to > from && !known(name.slice(from, to))) to--
    if (to === from) return null
    factors.push(name.slice(from, to))
    from = to
  }
  return factors
}
