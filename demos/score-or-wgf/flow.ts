// Samples of the field that is shown, from much noise to little, and how far other errors of the same size carry them.
import type { Computed } from '@/contract'
import { type Field, fieldOf } from './fields'
import type { Learning } from './learning'
import { cloudsOf, sample, sampled, slicedW2 } from './measures'
import { isNet, type Params, SAMPLER_STEPS } from './params'
import { netsOf } from './shipped'

export interface Flow {
  /** Particles after each step, [steps so far + 1] of [n, 2]. */
  clouds: readonly Float32Array[]
  /** Data with the least noise, [n, 2]. */
  truth: Float32Array
  distance: number
  /** Between two clouds of data. */
  floor: number
  /** Of two particles with one start, one with the exact score: the farthest that they end apart. */
  apart: number
}

export const shownField = (p: Params, learning: Learning | undefined): Field | null => {
  const nets = isNet(p.model) ? netsOf(p, learning?.records) : null
  return isNet(p.model) && nets === null ? null : fieldOf(p, p.model, nets)
}

export const flow: Computed<Params, Flow, { learning: Learning }> = {
  kind: 'computed',
  runIn: 'worker',
  needs: ['learning'],
  uses: ['model', 'kappa', 'n', 'width', 'updates', 'seed', 'moved'],
  when: (p) => p.tab === 'samples',
  summary: {
    distance: { label: 'samples to data', digits: 2, of: ({ distance }) => distance },
    floor: { label: 'data to other data', digits: 2, of: ({ floor }) => floor },
    apart: { label: 'farthest a particle is led from its exact end', digits: 2, of: ({ apart }) => apart },
  },
  *compute(p, { learning }) {
    const field = shownField(p, learning)!
    const { start, truth, other } = cloudsOf(p, p.n)
    const x = start.slice()
    const clouds = [Float32Array.from(x)]
    const seen = { truth: Float32Array.from(truth), distance: Number.NaN, floor: slicedW2(truth, other), apart: Number.NaN }
    for (const step of sample(field, SAMPLER_STEPS, x)) {
      clouds.push(Float32Array.from(x))
      yield { done: (0.8 * step) / SAMPLER_STEPS, result: { clouds: [...clouds], ...seen }, silent: step % 20 !== 0 }
    }
    const distance = slicedW2(x, truth)
    const exact = sampled(fieldOf(p, 'exact', null), SAMPLER_STEPS, start)
    let apart = 0
    for (let i = 0; i < x.length; i += 2) apart = Math.max(apart, Math.hypot(x[i]! - exact[i]!, x[i + 1]! - exact[i + 1]!))
    return { ...seen, clouds, distance, apart }
  },
}

/** Sizes κ of the error at which both kinds are compared. */
export const KAPPAS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 1, 1.5, 2, 2.5, 3] as const
export interface Fates {
  /** Sliced W₂ of samples to data by κ; as many as are done. */
  turn: readonly number[]
  stretch: readonly number[]
  floor: number
}
export const fates: Computed<Params, Fates> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 100,
  uses: ['n', 'seed', 'moved'],
  when: (p) => p.tab === 'samples',
  *compute(p) {
    const { start, truth, other } = cloudsOf(p, p.n)
    const floor = slicedW2(truth, other)
    const [turn, stretch]: [number[], number[]] = [[], []]
    for (const kappa of KAPPAS) {
      for (const [kind, ends] of [['turn', turn] as const, ['stretch', stretch] as const]) {
        const x = start.slice()
        for (const step of sample(fieldOf({ ...p, kappa }, kind, null), SAMPLER_STEPS, x))
          if (step % 10 === 0) yield { done: turn.length / KAPPAS.length, result: { turn, stretch, floor }, silent: true }
        ends.push(slicedW2(x, truth))
      }
      yield { done: turn.length / KAPPAS.length, result: { turn: [...turn], stretch: [...stretch], floor } }
    }
    return { turn, stretch, floor }
  },
}
