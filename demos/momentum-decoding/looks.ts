// What the pictures share: colours, texts and places of words.
import type { SceneOf, Window } from '@/contract'
import type demo from './demo'
import { STATES } from './hand'
import { languageOf } from './languages'
import { inCircle, type Layout, layOut } from './layout'
import type { Params } from './model'

export type Scene = SceneOf<typeof demo>

export const wordsOf = ({ params }: Scene): readonly string[] => languageOf(params).words

export const againstName = ({ params, words }: Scene): string => words[params.against]
/** Without a toll the paper's method is greedy. */
export const methodName = ({ params, words }: Scene): string => (params.alpha === 0 ? words.noToll : words.momentum)

/** The whole text of a decoder, including the future. A beam rewrites its text, so only its present is known. */
function textOf({ frame, series, params, last }: Scene, who: 'momentum' | 'other'): number[] {
  if (who === 'other' && params.against === 'beam') return [...frame.other.tokens]
  const values = who === 'momentum' ? series.word : series.otherWord
  return [...frame[who].tokens.subarray(0, frame.start), ...values.subarray(1, last + 1)].filter(Number.isFinite)
}

const circle = inCircle(STATES, 150)
let newest: { key: string; layout: Layout } | null = null // a memo: the layout is a function of the texts
/** Places of all words of the run. The other decoder's come first, so that they stay while the toll changes. */
export function layoutOf(scene: Scene): Layout {
  const { params } = scene
  if (isHand(params)) return circle
  const texts = [textOf(scene, 'other'), textOf(scene, 'momentum')]
  if (params.against === 'beam') texts.reverse()
  if (!params.other) texts.splice(params.against === 'beam' ? 1 : 0, 1)
  const key = texts.join(' ')
  if (newest?.key !== key) {
    newest = { key, layout: layOut(texts, wordsOf(scene), newest?.layout) }
  }
  return newest.layout
}

const [LEAST_WIDTH, LEAST_HEIGHT] = [330, 250] // px: few words are not enlarged
const TOP = 46 // px above for two lines of text
/** Window around the places, upside down: places count y downwards. */
export function windowOf(layout: Layout): Window {
  let [left, right, top, bottom] = [-40, 40, -30, 30]
  for (const { x, y, half } of layout.values()) {
    left = Math.min(left, x - half - 14)
    right = Math.max(right, x + half + 14)
    top = Math.min(top, y - 30)
    bottom = Math.max(bottom, y + 26)
  }
  const moreX = Math.max(0, LEAST_WIDTH - (right - left)) / 2
  const moreY = Math.max(0, LEAST_HEIGHT - (bottom - top)) / 2
  return [
    [left - moreX, right + moreX],
    [-bottom - moreY, -top + moreY + TOP],
  ]
}

export const isHand = (p: Params): boolean => p.mode === 'hand'
