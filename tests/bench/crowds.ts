// Crowds of the demos, for the bench and for the comparison of processor and graphics card.
import { type Crowd, defaultsOf, merge } from '@/contract'
import { advance, stepsOf } from '@/crowd/flow'
import { crowdOf as down } from '~demos/pfgm-plus-plus/crowd'
import { params as charges } from '~demos/pfgm-plus-plus/params'
import { crowdOf as between } from '~demos/stochastic-interpolants/crowd'
import { params as interpolants } from '~demos/stochastic-interpolants/params'

/** Name → crowd: Gaussians between two clouds, Student kernels, and Gaussians about points. */
export const crowds = (): Record<string, Crowd> => {
  const ofCharges = (given: Record<string, unknown>) => down(merge(charges, defaultsOf(charges), given))
  return {
    interpolant: between(defaultsOf(interpolants)),
    student: ofCharges({ D: 8 }),
    diffusion: ofCharges({ D: Number.POSITIVE_INFINITY }),
  }
}

/** The points after `step` steps, by the processor. */
export function byProcessor(crowd: Crowd, step: number): Float32Array {
  const x = crowd.start.slice()
  for (let k = 0; k < step; k++) advance(crowd, k, x, 0, crowd.count)
  return x
}

/** A crowd of its first points. */
export const fewer = (crowd: Crowd, count: number): Crowd => ({
  ...crowd,
  key: `${crowd.key} ${count}`,
  count,
  start: crowd.start.slice(0, 2 * count),
})
export { stepsOf }
