// Words over a picture, moved apart so that none covers another or a thing to hold.

/** px. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
const LINES = [0, -1, 1, -2, 2, -3, 3]

const covers = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const lowered = ({ left, right, top, bottom }: Box, by: number): Box => ({ left, right, top: top + by, bottom: bottom + by })

/**
 * How far down each of `words` goes, px: the fewest lines of height `line` by which it is clear of all that is `taken` and of the words before
 * it; 0 where three lines do not suffice.
 */
export function movedApart(words: readonly Box[], taken: readonly Box[], line: number): number[] {
  const used = [...taken]
  return words.map((word) => {
    const free = (lines: number) => !used.some((other) => covers(lowered(word, lines * line), other))
    const shift = (LINES.find(free) ?? 0) * line
    used.push(lowered(word, shift))
    return shift
  })
}

const [LETTER, ABOVE, BELOW] = [7, 11, 4] // px, about, where text is of its usual size

/** About the box of a text whose baseline begins (or ends) at `x`, `y`. */
export function boxOfText(text: string, x: number, y: number, anchor: 'start' | 'end', size: number): Box {
  const width = LETTER * size * text.length
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: y - ABOVE * size, bottom: y + BELOW * size }
}
