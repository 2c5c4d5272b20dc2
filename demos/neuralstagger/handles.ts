// What dragging means: the lever, the players' limit, the extra wave and the finest structure.
import type { Point } from '@/contract'
import { type Params, params, shapeOf } from './params'

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
/** Largest and least log10 of the spectrum's axis. */
export const SPECTRUM = [-7, 0.5] as const
/** Height of the lever below the picture. */
export const LEVER_Y = -0.1

/** Players see waves up to N/2s. */
export const limitOf = (p: Params): number => {
  const { n } = shapeOf(p)
  return n / 2
}
const SPACES = Object.keys(params.space.options) as Params['space'][]

export const lever = {
  at: (p: Params): Point => [p.deal, LEVER_Y],
  move: ([x]: Point) => ({ deal: Math.round(1000 * clamp(x, 0, 1)) / 1000 }),
}

export const limit = {
  at: (p: Params): Point => [limitOf(p), -3.6],
  move([x]: Point, p: Params) {
    const { side } = shapeOf(p)
    const index = Math.round(Math.log2(side / 2 / clamp(x, 1, side / 2)))
    return { space: SPACES[clamp(index, 0, SPACES.length - 1)] as Params['space'] }
  },
  /** To the right: a higher limit, so fewer hands. */
  nudge([x]: Point, p: Params) {
    const index = clamp(SPACES.indexOf(p.space) - x, 0, SPACES.length - 1)
    return { space: SPACES[index] as Params['space'] }
  },
}

/** log10 of a wave's mean square, A²/2, within the axis; its lower end means no wave at all. */
const powerOf = (amp: number) => Math.max(SPECTRUM[0], Math.log10(amp ** 2 / 2))
const round = (value: number) => Number(value.toPrecision(3))

export const wave = {
  at: (p: Params): Point => [p.wave, powerOf(p.amp)],
  move: ([x, y]: Point) => ({
    wave: Math.round(clamp(x, params.wave.min, params.wave.max)),
    amp: y <= SPECTRUM[0] + 0.2 ? 0 : round(Math.min(Math.sqrt(2 * 10 ** y), params.amp.max)),
  }),
  nudge: ([x, y]: Point, p: Params) => ({
    wave: clamp(p.wave + x, params.wave.min, params.wave.max),
    amp: round(clamp(p.amp + 0.1 * y, params.amp.min, params.amp.max)),
  }),
}

/** Moves along the abscissa of a chart, at a height of its own. */
export const structure = (height: (p: Params) => number) => ({
  at: (p: Params): Point => [p.k0, height(p)],
  move: ([x]: Point) => ({ k0: Math.round(100 * clamp(x, params.k0.min, params.k0.max)) / 100 }),
})
