// Numbers recorded at every step: the table, the charts, and what claims are measured from.
import type { Readout } from '@/contract'
import { misfit } from '@/domains/diffusion/decomposed'
import { psnr } from '@/numerics/imageQuality'
import { distanceFromPlane, offTangentShare } from './line'
import type { State } from './model'
import { type Params, timesOf } from './params'
import { lineProblemOf, problemOf, seenAt } from './problem'

type One = Readout<Params, State>
const finite = (value: number) => (Number.isFinite(value) ? value : null)
const ROUNDING = 1e-12 // of signals of size 1: what is smaller is 0

const sampled =
  (of: (s: NonNullable<State['sampling']>, p: Params, step: number) => number | null): One['of'] =>
  (s, p) =>
    s.sampling && of(s.sampling, p, s.step)
const onLine =
  (of: (x: Float64Array, p: Params) => number): One['of'] =>
  (s, p) =>
    p.tab === 'line' ? finite(of(s.plain!.x, p)) : null
const ofResult =
  (of: (x: Float64Array, p: Params) => number): One['of'] =>
  (s, p) =>
    p.tab === 'line' ? null : finite(of(s.sampling?.corrected ?? s.plain!.x, p))

const distance = (a: Float64Array, b: Float64Array) => Math.sqrt(a.reduce((sum, v, i) => sum + (v - b[i]!) ** 2, 0))
const place = (label: string, axis: 0 | 1): One => ({
  label,
  hidden: true,
  of: onLine((x, p) => seenAt(lineProblemOf(p).basis, x)[axis]),
})

export const readouts = {
  psnr: {
    label: 'PSNR of the picture',
    unit: 'dB',
    digits: 3,
    of: ofResult((x, p) => psnr(x, problemOf(p).truth)),
  },
  guessPsnr: {
    label: 'PSNR of the guess',
    unit: 'dB',
    digits: 3,
    of: sampled((s, p) => finite(psnr(s.guess, problemOf(p).truth))),
  },
  before: { label: 'misfit of the guess', digits: 2, rounding: ROUNDING, of: sampled((s) => s.before) },
  after: {
    label: 'misfit of the picture',
    digits: 2,
    rounding: ROUNDING,
    of: ofResult((x, p) => misfit(problemOf(p).correction, x, problemOf(p).correction.seen)),
  },
  effective: { label: 'templates in the guess', digits: 3, of: sampled((s) => s.effective) },
  time: { label: 'training time', of: sampled((_, p, step) => timesOf(p)[step] ?? null) },
  guesses: { label: 'calls of the denoiser', of: sampled((s) => s.guesses) },
  gradients: { label: 'passes back through it', of: sampled((s) => s.gradients) },
  products: { label: 'products with A or Aᵀ', of: sampled((s) => s.products) },
  numbers: { label: 'measurements', of: (_, p) => (p.tab === 'line' ? lineProblemOf(p) : problemOf(p)).correction.operator.rows },
  off: {
    label: 'share of the update that leaves the plane',
    digits: 3,
    rounding: ROUNDING,
    of: onLine((x, p) => offTangentShare(lineProblemOf(p).basis, lineProblemOf(p).start, x)),
  },
  height: {
    label: 'distance from the plane',
    digits: 3,
    rounding: ROUNDING,
    of: onLine((x, p) => distanceFromPlane(lineProblemOf(p).basis, x)),
  },
  error: {
    label: 'distance from the truth',
    digits: 3,
    rounding: ROUNDING,
    of: onLine((x, p) => distance(x, lineProblemOf(p).truth)),
  },
  wave1: place('coordinate along the first wave', 0),
  wave3: place('coordinate along the third wave', 1),
} as const satisfies Record<string, One>
