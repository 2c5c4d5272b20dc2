// Texts with values: outside dollars, `{name}` stands for the current value of a parameter or readout; between dollars is TeX.

export interface Segment {
  math: boolean
  text: string
}

/** Splits at unescaped dollars. */
export function segmentsOf(text: string): Segment[] {
  return text
    .split(/(?<!\\)\$/)
    .map((part, index) => ({ math: index % 2 === 1, text: part }))
    .filter((segment) => segment.text !== '')
}

/** Names in braces outside of TeX. */
export const namesIn = (text: string): string[] =>
  segmentsOf(text).flatMap((s) => (s.math ? [] : [...s.text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] as string)))

/** Fills in the values; TeX stays as it is. An unknown name stays visible, so that a test finds it. */
export function fill(text: string, value: (name: string) => string | undefined): string {
  return segmentsOf(text)
    .map((s) => (s.math ? `$${s.text}$` : s.text.replace(/\{(\w+)\}/g, (whole, name) => value(name) ?? whole)))
    .join('')
}

/** Every TeX source between dollars. */
export const texIn = (text: string): string[] => segmentsOf(text).flatMap((s) => (s.math ? [s.text] : []))
