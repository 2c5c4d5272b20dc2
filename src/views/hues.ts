// Colours of kinds: content, and not methods.
import type { Palette } from '@/contract'

/** Blue, teal, green, ochre, rose, violet. */
const HUES = {
  light: ['#3f74c4', '#178f98', '#3c8f3f', '#9a7d0a', '#d0476a', '#8e52b8'],
  dark: ['#7fa8ea', '#4cc3c9', '#7ccf73', '#d9be4d', '#f2829c', '#c79bea'],
  strong: ['#1f4f9e', '#00666e', '#1d6420', '#6f5900', '#a31f45', '#66309a'],
} as const
export const hues = ({ name }: Palette): readonly string[] =>
  name === 'light' ? HUES.light : name === 'dark' ? HUES.dark : HUES.strong
