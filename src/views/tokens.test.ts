// Colours that must differ do so for every kind of colour vision, and can be read on paper.
import { describe, expect, it } from 'vitest'
import { THEMES } from './tokens'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]
/** Full dichromacy in linear sRGB (Machado, Oliveira and Fernandes 2009, table 1, severity 1). */
const SEEN_BY: Readonly<Record<string, Matrix>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }) as unknown as Triple
const seen = (m: Matrix, v: Triple): Triple => m.map((row) => Math.min(1, Math.max(0, dot(row, v)))) as unknown as Triple
const light = (v: Triple) => dot([0.2126, 0.7152, 0.0722], v)
const contrast = (a: string, b: string) => {
  const [low, high] = [light(linear(a)), light(linear(b))].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
/** CIE L*a*b* (D65). */
function lab(v: Triple): Triple {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f(dot([0.4124, 0.3576, 0.1805], v) / 0.95047)
  const y = f(light(v))
  const z = f(dot([0.0193, 0.1192, 0.9505], v) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
const apart = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

const MARKS = ['method', 'base', 'base2', 'base3', 'ink'] as const
const pairs = MARKS.flatMap((a, k) => MARKS.slice(k + 1).map((b) => [a, b] as const))
const LEAST = 9 // ΔE; 2.3 is just noticeable. Marks also differ by shape, dash or a label beside them

describe.each(Object.values(THEMES))('$name', (palette) => {
  it.each(Object.keys(SEEN_BY))('keeps its marks apart for %s', (who) => {
    const m = SEEN_BY[who] as Matrix
    for (const [a, b] of pairs) {
      expect(apart(lab(seen(m, linear(palette[a]))), lab(seen(m, linear(palette[b])))), `${a} and ${b}`).toBeGreaterThan(LEAST)
    }
  })

  it('can be read on its paper', () => {
    const least = palette.name === 'contrast' ? 7 : 4.5
    for (const mark of [...MARKS, 'soft'] as const)
      expect(contrast(palette[mark], palette.paper), mark).toBeGreaterThanOrEqual(least)
  })
})
