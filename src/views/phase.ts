// Complex values as colour: the phase is the hue, the modulus the strength of the colour.
import type { Palette } from '@/contract'

const HUES = 64
const STRENGTHS = 24
const made = new Map<string, readonly string[]>()

/** Colours by hue × STRENGTHS + strength. */
function coloursOf({ name, paper }: Palette): readonly string[] {
  const old = made.get(name)
  if (old) return old
  const ground = [1, 3, 5].map((at) => Number.parseInt(paper.slice(at, at + 2), 16))
  const [middle, swing] = name === 'dark' ? [128, 66] : [160, 62]
  const colours = Array.from({ length: HUES * STRENGTHS }, (_, index) => {
    const angle = (2 * Math.PI * Math.floor(index / STRENGTHS)) / HUES
    const strength = ((index % STRENGTHS) + 0.5) / STRENGTHS
    const parts = ground.map((paperPart, k) => {
      const full = middle + swing * Math.cos(angle - (2 * Math.PI * k) / 3)
      return Math.round(paperPart + strength * (full - paperPart))
    })
    return `rgb(${parts.join(' ')})`
  })
  made.set(name, colours)
  return colours
}

/** Colour of re + i im where `most` is the largest modulus. */
export function phaseColor(palette: Palette, re: number, im: number, most: number): string {
  const turn = Math.atan2(im, re) / (2 * Math.PI)
  const hue = Math.floor((turn - Math.floor(turn)) * HUES) % HUES
  const share = most > 0 ? Math.min(Math.hypot(re, im) / most, 0.999) : 0
  return coloursOf(palette)[hue * STRENGTHS + Math.floor(share * STRENGTHS)]!
}
