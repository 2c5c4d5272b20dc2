// Why a formula cannot be used: as data, which a worker can post, and as an error.
import { sentence } from './messages'

export type Reason =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'tooComplex'
  | 'tooSlow'
  | 'infinite'
  | 'character'
  | 'unknownFunction'
  | 'unknownName'
  | 'product'
  | 'missing'
  | 'unfinished'
  | 'operator'
  | 'unclosed'
  | 'unopened'
  | 'noArgument'
  | 'arguments'
  | 'unreadable'
  | 'unavailable'

export interface Problem {
  readonly reason: Reason
  /** Position of the mistake in the text, 0-based, if it has one. */
  readonly at: number | null
  /** The part of the text that is wrong, or a suggestion. */
  readonly detail: string
}

export class FormulaError extends Error implements Problem {
  readonly reason: Reason
  readonly at: number | null
  readonly detail: string

  constructor(reason: Reason, at: number | null = null, detail = '') {
    super(sentence({ reason, at, detail }))
    this.name = 'FormulaError'
    this.reason = reason
    this.at = at
    this.detail = detail
  }

  /** The plain data, which may be posted. */
  get problem(): Problem {
    return { reason: this.reason, at: this.at, detail: this.detail }
  }
}
