// What several pictures share: the scene's type, which spectrum it shows, and colours by residual.
import type { SceneOf } from '@/contract'
import { waves } from '@/domains/operators/catMap'
import type { Spectrum } from '@/domains/operators/koopman'
import type demo from './demo'
import { anglesOf } from './rotation'
import type { Searched } from './searched'

export type Scene = SceneOf<typeof demo>

let kept: { key: string; spectrum: Spectrum } = {
  key: '',
  spectrum: { re: new Float64Array(), im: new Float64Array(), residual: new Float64Array() },
}

/** τ and the points of the spectrum algorithm, if they belong to the eigenvalues that are drawn. */
export const searchedOf = ({ maps: { learned, searched } }: Scene): Searched | null =>
  searched && searched.result.of === learned?.result.of ? searched.result : null

/** EDMD's eigenvalues at the current step; null before anything is learned. */
export function spectrumOf({ params, frame, step, maps }: Scene): Spectrum | null {
  if (params.system === 'duffing') {
    const spectra = maps.learned?.result.spectra ?? []
    return spectra[Math.min(step, spectra.length - 1)] ?? null
  }
  const key = `${params.system} ${frame.box} ${params.alpha} ${params.beta}`
  if (kept.key !== key)
    kept = { key, spectrum: params.system === 'cat' ? catSpectrum(frame.box) : rotationSpectrum(frame.box, params) }
  return kept.spectrum
}

/** 1 once, and 0 for every other wave: the image of a chain's last wave is orthogonal to the box. */
function catSpectrum(box: number): Spectrum {
  const count = waves(box)
  const re = new Float64Array(count)
  const residual = new Float64Array(count).fill(1)
  re[0] = 1
  residual[0] = 0
  return { re, im: new Float64Array(count), residual }
}

function rotationSpectrum(box: number, params: Scene['params']): Spectrum {
  const angles = anglesOf(box, params)
  return {
    re: angles.map((turn) => Math.cos(2 * Math.PI * turn)),
    im: angles.map((turn) => Math.sin(2 * Math.PI * turn)),
    residual: new Float64Array(angles.length),
  }
}

/** How many residuals are below a threshold. */
export const proven = (residual: Float64Array, epsilon: number): number => residual.reduce((n, r) => n + (r < epsilon ? 1 : 0), 0)
