// What is learned about Duffing's oscillator: spectra while data come in.
import type { Computed } from '@/contract'
import { type Radial, radialFor } from '@/domains/operators/duffing'
import { edmd, type Koopman, koopmanOf, type Spectrum } from '@/domains/operators/koopman'
import { learning } from '@/domains/operators/learning'
import { emptyTriangle } from '@/numerics/stackedQr'
import { LOOKS, type Params, pairsAt } from './params'

export interface Learned {
  /** The data and dictionary that it belongs to: the name given by `nameOf`. */
  of: string
  dictionary: Radial
  /** By step of the run; only the known ones. */
  spectra: readonly Spectrum[]
  /** From all pairs. */
  koopman: Koopman | null
}

/** What is learned depends only on these. */
export const nameOf = ({ N, M, dt, gamma, seed }: Params): string => JSON.stringify([N, M, dt, gamma, seed])

const spectrumOf = (koopman: Koopman): Spectrum => {
  const { re, im, residual } = edmd(koopman)
  return { re, im, residual }
}

export const learned: Computed<Params, Learned> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['N', 'M', 'dt', 'gamma', 'seed'],
  when: (p) => p.system === 'duffing',
  *compute(p) {
    const dictionary = radialFor(p, p.seed, p.N)
    let result: Learned = { of: nameOf(p), dictionary, spectra: [], koopman: null }
    const triangle = emptyTriangle(2 * p.N)
    const stops = Array.from({ length: LOOKS }, (_, step) => pairsAt(step, p.M))
    for (const pairs of learning(p, p.seed, dictionary, p.M, { stops: new Set(stops), triangle })) {
      const look = stops.includes(pairs)
      if (look) result = { ...result, spectra: [...result.spectra, spectrumOf(koopmanOf(triangle))] }
      yield { done: pairs / p.M, result, silent: !look }
    }
    return { ...result, koopman: koopmanOf(triangle) }
  },
}
