// What can be dragged: the points of the toll, and the bars of the matrix.
import type { Handle } from '@/contract'
import { cellOf, matrixOf, STATES, withChance } from './hand'
import { NEVER, type Params, resistanceOf } from './params'

type Own = Handle<Params, 'toll' | 'matrix'>

const DIGITS = 1e6 // so that a link can be read
const clamp = (value: number) => Math.min(Math.max(value, 0), NEVER)
/** The depth at which the opening walk leaves its circle. */
const INVITING = 2
const NAMES = ['f1', 'f2', 'f3', 'f4', 'f5'] as const

/** The toll of depths 1 to 5, with `NEVER` for forbidden ones. */
function tollOf(p: Params): Record<(typeof NAMES)[number], number> {
  const [, f1 = 0, f2 = 0, f3 = 0, f4 = 0, f5 = 0] = resistanceOf(p).map((f) => Math.round(DIGITS * clamp(f)) / DIGITS)
  return { f1, f2, f3, f4, f5 }
}

const toll = (depth: number): Own => {
  const name = NAMES[depth - 1]!
  return {
    label: `toll of depth ${depth}`,
    view: 'toll',
    invite: depth === INVITING ? 'drag me' : undefined,
    quiet: depth !== INVITING,
    moves: ['table', ...NAMES],
    when: (p) => depth <= p.deepest,
    at: (p) => [depth, tollOf(p)[name]],
    move: ([, y], p) => ({ ...tollOf(p), table: 'own', [name]: Math.round(DIGITS * clamp(y)) / DIGITS }),
  }
}

/** Height of a chance of 1 in the matrix, whose rows are 1 apart, the first on top. */
export const CELL = 0.82
export const atCell = (cell: number, p: number): readonly [x: number, y: number] => [
  cell % STATES.length,
  STATES.length - 1 - Math.floor(cell / STATES.length) + CELL * p,
]

const chance = (row: number, column: number): Own => {
  const cell = cellOf(row, column)
  const [, floor] = atCell(cell, 0)
  return {
    label: `chance of ${STATES[column]} after ${STATES[row]}`,
    view: 'matrix',
    invite: cell === 1 ? 'drag a bar' : undefined,
    quiet: cell !== 1,
    moves: ['chances'],
    when: (p) => p.mode === 'hand',
    at: (p) => atCell(cell, matrixOf(p.chances)[row]![column]!),
    move: ([, y], p) => ({ chances: withChance(p.chances, cell, (y - floor) / CELL) }),
  }
}

export const handles: Readonly<Record<string, Own>> = {
  ...Object.fromEntries(NAMES.map((name, k) => [name, toll(k + 1)])),
  ...Object.fromEntries(
    STATES.flatMap((from, row) => STATES.map((to, column) => [`${from}${to}`, chance(row, column)] as const)),
  ),
}
