import { expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { advance, stepsOf } from '@/crowd/flow'
import { heunStep, heunWorkspace } from '@/domains/diffusion/poissonField'
import { chargesOf } from './charges'
import { crowdOf } from './crowd'
import { params, sigmasOf } from './params'

it.each([1, 8, 4096, Number.POSITIVE_INFINITY])('D = %s: the crowd takes the steps of the run', (D) => {
  const p = merge(params, defaultsOf(params), { D })
  const crowd = crowdOf(p)
  const few = 500
  const x = crowd.start.slice(0, 2 * few)
  const exact = Float64Array.from(x)
  const [charges, sigmas, workspace] = [chargesOf(p), sigmasOf(p), heunWorkspace(2 * few, crowd.kernels)]
  for (let step = 0; step < stepsOf(crowd); step++) {
    advance(crowd, step, x, 0, few)
    heunStep(charges, D, sigmas[step]!, sigmas[step + 1]!, exact, workspace)
  }
  // single precision; at a watershed between two charges a last digit decides, so a point or two may land elsewhere
  const far = x.filter((v, i) => Math.abs(v - exact[i]!) > 1e-4 * Math.max(1, Math.abs(exact[i]!)))
  expect(far.length).toBeLessThan(4)
})

it.each([1, 8, Number.POSITIVE_INFINITY])('D = %s: half of the starts lie within the median radius', (D) => {
  const p = merge(params, defaultsOf(params), { D })
  const { start, count } = crowdOf(p)
  const median = p.sigmaMax * Math.sqrt(D === Number.POSITIVE_INFINITY ? 2 * Math.LN2 : D * (2 ** (2 / D) - 1))
  let inside = 0
  for (let i = 0; i < count; i++) if (Math.hypot(start[2 * i]!, start[2 * i + 1]!) < median) inside++
  expect(Math.abs(inside / count - 0.5)).toBeLessThan(2.5 / Math.sqrt(count))
})
