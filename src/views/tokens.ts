// The look as data: colours of the three themes. The app writes them as CSS variables; views get them as a palette.
import type { Palette } from '@/contract'

export type ThemeName = Palette['name']

export const THEMES: Readonly<Record<ThemeName, Palette>> = {
  light: {
    name: 'light',
    paper: '#fffdf9',
    raised: '#ffffff',
    ink: '#1d2127',
    soft: '#5b626c',
    faint: '#858c96',
    line: '#e4e2dc',
    grid: '#efede7',
    method: '#c04c09', // a shade darker than the sketch’s #c8500a, which misses 4.5 : 1 on paper by a hair
    base: '#0a6ba8',
    base2: '#08825f',
    base3: '#7a4fb5',
    good: '#08825f',
    field: ['#fdf6ec', '#f6dfc3', '#e9bd92', '#cf8f5f'],
    weight: 1,
  },
  dark: {
    name: 'dark',
    paper: '#14171b',
    raised: '#1a1e23',
    ink: '#eceae4',
    soft: '#a9b0ba',
    faint: '#7f8792',
    line: '#2b3037',
    grid: '#22262c',
    method: '#ff8a3d',
    base: '#58b2ea',
    base2: '#3fc79c',
    base3: '#b79af0',
    good: '#3fc79c',
    field: ['#1d1b1a', '#2e2621', '#453227', '#6b4830'],
    weight: 1,
  },
  projector: {
    name: 'projector',
    paper: '#ffffff',
    raised: '#ffffff',
    ink: '#000000',
    soft: '#333333',
    faint: '#666666',
    line: '#999999',
    grid: '#dddddd',
    method: '#b34700',
    base: '#005a94',
    base2: '#006b4d',
    base3: '#5b2fa0',
    good: '#006b4d',
    field: ['#fdf6ec', '#f6dfc3', '#e9bd92', '#cf8f5f'],
    weight: 1.5,
  },
}
