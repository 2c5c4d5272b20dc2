// The language of these parameters, and a beginning in it. Counting the corpus takes some 20 ms and happens once.
import { chainLanguage, type Language } from '@/domains/text/language'
import { type Counts, countNgrams, ngramLanguage } from '@/domains/text/ngrams'
import { memoized } from '@/memoized'
import { corpus } from './corpus'
import { matrixOf, STATES } from './hand'
import type { Params } from './params'

let counted: Counts | null = null
export function countsOf(): Counts {
  counted ??= countNgrams(corpus)
  return counted
}

interface Known {
  language: Language
  prefix: readonly number[]
  /** Typed words that are not in the language. */
  unknown: readonly string[]
}

export const knownOf = memoized((p: Params): Known => (p.mode === 'hand' ? inStates(p) : inWords(p)))
export const languageOf = (p: Params): Language => knownOf(p).language

function inStates({ chances, letters }: Params): Known {
  const typed = [...letters.toUpperCase()].filter((letter) => /\S/.test(letter))
  const isState = (letter: string) => (STATES as readonly string[]).includes(letter)
  return {
    language: chainLanguage(STATES, matrixOf(chances)),
    prefix: typed.filter(isState).map((letter) => (STATES as readonly string[]).indexOf(letter)),
    unknown: typed.filter((letter) => !isState(letter)),
  }
}

let newest: { key: string; language: Language } | null = null // α and the toll change more often than the model
function inWords({ order, kappa, prefix }: Params): Known {
  const counts = countsOf()
  const key = `${order} ${kappa}`
  if (newest?.key !== key) newest = { key, language: ngramLanguage(counts, order, kappa) }
  const typed = tokensOf(prefix)
  return {
    language: newest.language,
    prefix: typed.flatMap((word) => counts.idOf.get(word) ?? []),
    unknown: typed.filter((word) => !counts.idOf.has(word)),
  }
}

/** Words and marks of a typed text, in the spelling of the corpus. */
export const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/([.,;:!?()])/g, ' $1 ')
    .split(/\s+/)
    .filter((word) => word !== '')

/** Words as a text: no space before a mark. */
export const spelled = (words: readonly string[]): string => words.join(' ').replace(/ ([.,;:!?)])/g, '$1')
