// Sentences about formulas.
import { fill } from '@/contract/text'
import { messages } from '@/messages'
import { DEEPEST, FUNCTIONS, LONGEST } from './language'
import type { Problem, Reason } from './problem'

const SENTENCES: Readonly<Record<Reason, string>> = messages.formula

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
