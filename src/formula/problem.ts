// Why a formula cannot be used: as data, since it crosses the border of a worker, and as an error.
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
  /** 0-based character of the text, where one can be named. */
  readonly at: number | null
  /** The part of the text that is meant, or a suggestion. */
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

  /** What may be posted. */
  get problem(): Problem {
    return { reason: this.reason, at: this.at, detail: this.detail }
  }
}
