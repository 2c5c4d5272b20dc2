// Sentences about formulas, as data: {detail} is a part of the visitor's text, {at} a position counted from 1.
import { fill } from '@/contract/text'
import { DEEPEST, FUNCTIONS, LONGEST } from './language'
import type { Problem, Reason } from './problem'

export const SENTENCES: Readonly<Record<Reason, string>> = {
  empty: 'Type a formula',
  tooLong: 'The formula is too long: at most {longest} characters',
  tooDeep: 'Brackets are nested too deeply at character {at}: at most {deepest} levels',
  tooComplex: 'The derivatives of this formula are too long',
  tooSlow: 'This took too long to differentiate',
  infinite: 'A number in this formula is too large, or something is divided by zero',
  character: '"{detail}" at character {at} cannot stand in a formula',
  unknownFunction: '"{detail}" is not a known function. Known: {functions}',
  unknownName: '"{detail}" is not known here',
  product: 'Names side by side need a sign: write {detail}',
  missing: 'Something is missing at character {at}',
  unfinished: 'Something is missing at the end',
  operator: 'A sign such as * is missing at character {at}',
  unclosed: 'The bracket at character {at} is never closed',
  unopened: 'The bracket at character {at} was never opened',
  noArgument: '"{detail}" needs brackets: {detail}(…)',
  arguments: '"{detail}" got the wrong number of arguments',
  unreadable: 'This formula cannot be read',
  unavailable: 'The part that reads formulas did not load; try again',
}

/** The sentence for a problem. */
export function sentence({ reason, at, detail }: Problem): string {
  const values: Record<string, string> = {
    detail,
    at: at === null ? '?' : String(at + 1),
    longest: String(LONGEST),
    deepest: String(DEEPEST),
    functions: [...FUNCTIONS.keys()].join(', '),
  }
  return fill(SENTENCES[reason], (name) => values[name])
}
