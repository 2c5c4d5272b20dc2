// Tables for a terminal.

/** Columns that a text takes; combining accents take none. */
const width = (text) => text.replace(/\p{M}/gu, '').length

/** Rows of texts as aligned lines; numbers (texts that begin with a digit or sign) are aligned to the right. */
export function table(head, rows) {
  const texts = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, k) => Math.max(...texts.map((row) => width(row[k]))))
  const isNumber = head.map((_, k) => rows.length > 0 && rows.every((row) => /^[-\d]/.test(String(row[k]))))
  const line = (row) =>
    row
      .map((text, k) => {
        const gap = ' '.repeat(widths[k] - width(text))
        return isNumber[k] ? gap + text : text + gap
      })
      .join('  ')
  return [line(texts[0]), widths.map((columns) => '-'.repeat(columns)).join('  '), ...texts.slice(1).map(line)]
    .map((text) => text.trimEnd())
    .join('\n')
}

/** A text of at most `most` characters. */
export const shortened = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
