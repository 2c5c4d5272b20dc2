// A hundred thousand particles that follow the ODE from one cloud to the other, by Heun's method in as many steps as the run has.
import type { Crowd } from '@/contract'
import { fillSamples } from '@/domains/diffusion/gaussians'
import { type Fields, fieldsOf, setTime } from '@/domains/diffusion/interpolantFields'
import { memoized } from '@/memoized'
import { stream } from '@/numerics/random'
import type { Params } from './params'
import { isBackward, problemOf, timeAt } from './problem'

export const CROWD = 100_000

/** One level: the pairs of Gaussians of `fields` at its time; backward the velocity points the other way. */
function writeLevel({ count, means, logHeights, inverses, rates, pushes }: Fields, way: 1 | -1, out: Float32Array): void {
  for (let k = 0; k < count; k++) {
    out.set(means.subarray(2 * k, 2 * k + 2), 12 * k)
    out[12 * k + 2] = logHeights[k]!
    out.set(inverses.subarray(3 * k, 3 * k + 3), 12 * k + 3)
    for (let i = 0; i < 2; i++) out[12 * k + 6 + i] = way * rates[2 * k + i]!
    for (let i = 0; i < 4; i++) out[12 * k + 8 + i] = way * pushes[4 * k + i]!
  }
}

const starts = { key: '', x: new Float32Array(0) } // the newest: most changes leave it as it is
/** Where the particles begin, [CROWD, 2]. The mirror begins, as it ends, in the right cloud. */
function startOf(p: Params): Float32Array {
  const { from, to } = problemOf(p)
  const cloud = isBackward(p) || p.path === 'mirror' ? to : from
  const key = `${p.seed} ${cloud.means} ${cloud.covariances}`
  if (starts.key !== key) {
    const x = new Float64Array(2 * CROWD)
    fillSamples(cloud, stream(p.seed, 'crowd'), x)
    Object.assign(starts, { key, x: Float32Array.from(x) })
  }
  return starts.x
}

/** The crowd of the scene `plane`. */
export const crowdOf = memoized((p: Params): Crowd => {
  const { from, to, kind, cross } = problemOf(p)
  const fields = fieldsOf(from, to, kind, cross)
  const size = 12 * fields.count
  const levels = new Float32Array((p.steps + 1) * size)
  for (let step = 0; step <= p.steps; step++) {
    setTime(fields, timeAt(p, step))
    writeLevel(fields, isBackward(p) ? -1 : 1, levels.subarray(step * size, (step + 1) * size))
  }
  const steps = new Float32Array(2 * p.steps)
  for (let step = 0; step < p.steps; step++) steps.set([1 / p.steps, 0.5], 2 * step)
  const key = JSON.stringify([
    p.seed,
    p.way,
    p.steps,
    kind,
    cross,
    [...from.means, ...from.covariances, ...to.means, ...to.covariances],
  ])
  return { key, count: CROWD, kernels: fields.count, power: 0, levels, steps, start: startOf(p) }
})
