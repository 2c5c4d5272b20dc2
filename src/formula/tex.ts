// Trees → TeX, as one would write it by hand: 4 x (x^{2}+y-11), \frac{x}{3}, \sin^{2}(3 x), e^{-x^{2}}.
import { isOne, number, scale, type Tree, wholeOf } from './tree'

export function texOf(tree: Tree): string {
  switch (tree.kind) {
    case 'number': {
      const size = decimal(Math.abs(tree.value))
      return (tree.value < 0 ? '-' : '') + (tree.per === 1 ? size : `\\frac{${size}}{${tree.per}}`)
    }
    case 'name':
      return letter(tree.name)
    case 'sum':
      return tree.terms
        .map(texOf)
        .map((term, k) => (k === 0 || term.startsWith('-') ? term : `+${term}`))
        .join('')
    case 'product':
      return productTex(tree.coefficient.value, tree.coefficient.per, tree.factors)
    case 'quotient':
      return `\\frac{${texOf(tree.top)}}{${texOf(tree.bottom)}}`
    case 'power':
      return powerTex(tree.base, tree.exponent)
    case 'call':
      return callTex(tree.name, tree.argument)
  }
}

function productTex(value: number, per: number, factors: readonly Tree[]): string {
  const sign = value < 0 ? '-' : ''
  const [first] = factors
  if (factors.length === 1 && first?.kind === 'quotient') {
    const [top, bottom] = [scale(number(Math.abs(value)), first.top), scale(number(per), first.bottom)]
    return `${sign}\\frac{${texOf(top)}}{${texOf(bottom)}}`
  }
  const coefficient = number(Math.abs(value), per)
  const parts = factors.map((factor) => (factor.kind === 'sum' ? bracket(texOf(factor)) : texOf(factor)))
  if (coefficient.value !== 1 || per !== 1) parts.unshift(texOf(coefficient))
  return sign + parts.reduce((left, right) => left + (/^\d/.test(right) ? '\\cdot ' : ' ') + right)
}

function powerTex(base: Tree, exponent: Tree): string {
  const raised = `^{${exponentTex(exponent)}}`
  if (base.kind === 'call' && wholeOf(exponent) > 0 && PREFIX.has(base.name)) {
    return `${PREFIX.get(base.name)}${raised}${bracket(texOf(base.argument))}`
  }
  const atom = base.kind === 'name' || (base.kind === 'number' && base.per === 1 && /^\d[\d.]*$/.test(texOf(base)))
  const closed = base.kind === 'call' && (base.name === 'abs' || isOne(base.argument))
  return (atom || closed ? texOf(base) : bracket(texOf(base))) + raised
}

/** Fractions in an exponent are written on one line. */
const exponentTex = (exponent: Tree): string =>
  exponent.kind === 'number' && exponent.per !== 1 ? `${exponent.value}/${exponent.per}` : texOf(exponent)

const PREFIX: ReadonlyMap<string, string> = new Map([
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'sec'].map((name) => [name, `\\${name}`] as const),
  ['sech', '\\operatorname{sech}'] as const,
])
const ARC: ReadonlyMap<string, string> = new Map([
  ['asin', '\\arcsin'],
  ['acos', '\\arccos'],
  ['atan', '\\arctan'],
  ['log', '\\ln'],
  ['sign', '\\operatorname{sign}'],
])

function callTex(name: string, argument: Tree): string {
  const inside = texOf(argument)
  if (name === 'sqrt') return `\\sqrt{${inside}}`
  if (name === 'abs') return `\\left|${inside}\\right|`
  if (name === 'exp' && !inside.includes('\\frac')) return isOne(argument) ? 'e' : `e^{${inside}}`
  return (PREFIX.get(name) ?? ARC.get(name) ?? `\\${name}`) + bracket(inside)
}

/** Brackets, which grow with tall contents. */
const bracket = (inside: string) => (/\\frac|\\left|\\sqrt/.test(inside) ? `\\left(${inside}\\right)` : `(${inside})`)

/** At most 12 digits, so that 0.1 · 3 reads 0.3. */
function decimal(value: number): string {
  const [digits, exponent] = String(Number(value.toPrecision(12))).split('e')
  return exponent === undefined ? digits! : `${digits === '1' ? '' : `${digits}\\cdot `}10^{${Number(exponent)}}`
}

const GREEK = new Set(
  'alpha beta gamma delta epsilon eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega'.split(' '),
)

/** x, x1 → x_{1}, theta → \theta; other words are upright. */
function letter(name: string): string {
  const [, word = name, index = ''] = /^([a-z]+?)_?(\d*)$/i.exec(name) ?? []
  const shown = GREEK.has(word) ? `\\${word}` : word.length === 1 ? word : `\\mathrm{${word.replaceAll('_', '\\_')}}`
  return index === '' ? shown : `${shown}_{${index}}`
}
