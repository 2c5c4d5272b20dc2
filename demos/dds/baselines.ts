// What each of the two knows alone: the prior, which never sees the data, and CG from an empty picture, which knows no pictures.
import type { Computed, Needed } from '@/contract'
import type { TemplatePrior } from '@/domains/diffusion/templatePrior'
import { psnr } from '@/numerics/imageQuality'
import { model } from './model'
import type { Params } from './params'
import { stepsOf } from './params'
import { problemOf } from './problem'

export interface Baselines {
  /** PSNR of the end of each, dB. */
  prior: number
  cg: number
}

const PIECE = 4 // steps between two pauses

function* endOf(p: Params, needed: Needed<{ templates: TemplatePrior }>) {
  const s = model.init(p, needed)
  for (let k = 0; k < stepsOf(p); k++) {
    model.step(s, p, needed)
    if (k % PIECE === 0) yield
  }
  return psnr(s.sampling?.corrected ?? s.plain!.x, problemOf(p).truth)
}

export const baselines: Computed<Params, Baselines, { templates: TemplatePrior }> = {
  kind: 'computed',
  runIn: 'worker',
  needs: ['templates'],
  uses: [
    ...(['tab', 'operator', 'angles', 'turn', 'blots', 'moved', 'noise', 'T', 'eta', 'std', 'seed'] as const),
    ...(['lesion', 'radius', 'brightness', 'lungs'] as const),
  ],
  when: (p) => p.tab === 'pictures',
  summary: {
    priorPsnr: { label: 'PSNR of the prior alone', unit: 'dB', digits: 3, of: ({ prior }) => prior },
    cgPsnr: { label: 'PSNR of CG alone', unit: 'dB', digits: 3, of: ({ cg }) => cg },
  },
  *compute(p: Params, needed: Needed<{ templates: TemplatePrior }>) {
    const result: Baselines = { prior: Number.NaN, cg: Number.NaN }
    for (const method of ['cg', 'prior'] as const) {
      const work = endOf({ ...p, method }, needed)
      let next = work.next()
      for (; !next.done; next = work.next()) yield { done: method === 'cg' ? 0 : 0.5, result, silent: true as const }
      result[method] = next.value
    }
    return result
  },
}
