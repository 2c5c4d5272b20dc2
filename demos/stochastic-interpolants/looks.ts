// How things look in all pictures: the SDE is the method, the ODE the baseline, exact densities are ink or the field ramp.
import type { Palette, Plane, SceneOf } from '@/contract'
import { rampColor } from '@/views'
import type demo from './demo'
import type { Params } from './params'
import { timeAt } from './problem'

export type Scene = SceneOf<typeof demo>

export const sdeColour = ({ method }: Palette): string => method
export const odeColour = ({ base }: Palette): string => base
export const pairColour = ({ base3 }: Palette): string => base3

/** Times of all recorded steps. */
export const timesOf = (p: Params, last: number): Float64Array => Float64Array.from({ length: last + 1 }, (_, k) => timeAt(p, k))

/** Shares of the largest density at which bands begin: chosen to show both narrow and wide clouds. */
const SHARES = [0.02, 0.08, 0.2, 0.4, 0.65, 0.9]
export const levelsOf = (highest: number): number[] => SHARES.map((share) => share * highest)
/** Without the darkest end of the ramp, because paths and particles are on top. */
export const bandColour = ({ name, field }: Palette, index: number): string =>
  rampColor(field, ((name === 'dark' ? 1 : 0.72) * index) / (SHARES.length - 1))
export const bandLine = ({ name }: Palette): string => (name === 'dark' ? 'rgb(255 255 255 / 0.06)' : 'rgb(255 255 255 / 0.55)')

/** A line through points from..to on a canvas, unclipped. */
export function trace(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  from: number,
  to: number,
) {
  for (let k = from; k <= to; k++) {
    const [px, py] = [plane.x(xs[k]!), plane.y(ys[k]!)]
    if (k === from) ctx.moveTo(px, py)
    else ctx.lineTo(px, py)
  }
}
