// Field lines from the top down to the floor, and how far the path of the traced particle is from that of diffusion, for many D.
import type { Computed } from '@/contract'
import { exactPath, heunStep, heunWorkspace } from '@/domains/diffusion/poissonField'
import { radiusQuantiles } from '@/domains/diffusion/radiusLaw'
import { chargesOf } from './charges'
import { dimOf, isInSpace, type Params, startOf } from './params'

/** Lines of one D; they begin at points that have equal shares of the starts around them, the same shares for every D. */
export interface Bundle {
  dim: 1 | 2
  /** Noise levels from the top to the floor, [levels]. */
  sigmas: Float64Array
  /** [levels, lines, dim]. */
  x: Float64Array
}
export const linesIn = ({ dim, sigmas, x }: Bundle): number => x.length / (dim * sigmas.length)

const [RINGS, SPOKES, ON_LINE] = [6, 12, 24]
const ASIDE = 0.1 // of the angle between two spokes: no line begins exactly between two charges of a ring
const LEVELS = 64 // Heun steps, even in ln σ
/** Below this σ lines are led straight to the floor. */
const LOWEST = 0.02

/** Starts in units of σ, [lines, dim]. */
function seedsOf(dim: 1 | 2, extra: number): number[] {
  const quantile = radiusQuantiles(dim, extra)
  if (dim === 1)
    return Array.from({ length: ON_LINE }, (_, k) => {
      const share = (2 * k + 1) / ON_LINE - 1
      return Math.sign(share) * quantile(Math.abs(share))
    })
  return Array.from({ length: RINGS }, (_, ring) => {
    const radius = quantile((ring + 0.5) / RINGS)
    return Array.from({ length: SPOKES }, (_, spoke) => {
      const angle = (2 * Math.PI * (spoke + 0.5 * (ring % 2) + ASIDE)) / SPOKES
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    })
  }).flat(2)
}

const CHARGES = ['tab', 'set', 'count', 'moved', 'countOnLine', 'movedOnLine'] as const satisfies (keyof Params)[]
const EVERY = 16 // levels between two pauses

function* bundle(p: Params, extra: number): Generator<{ done: number; result: Bundle; silent: true }, Bundle, void> {
  const dim = dimOf(p)
  const charges = chargesOf(p)
  const x = Float64Array.from(seedsOf(dim, extra), (part) => part * p.sigmaMax)
  const workspace = heunWorkspace(x.length, charges.count)
  const result = { dim, sigmas: new Float64Array(LEVELS + 2), x: new Float64Array((LEVELS + 2) * x.length) }
  for (let level = 0; level <= LEVELS + 1; level++) {
    const sigma = level > LEVELS ? 0 : p.sigmaMax * (LOWEST / p.sigmaMax) ** (level / LEVELS)
    if (level > 0) heunStep(charges, extra, result.sigmas[level - 1]!, sigma, x, workspace)
    result.sigmas[level] = sigma
    result.x.set(x, level * x.length)
    if (level % EVERY === EVERY - 1) yield { done: level / (LEVELS + 2), result, silent: true }
  }
  return result
}

/** Lines of the chosen D. */
export const lines: Computed<Params, Bundle> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['D', 'sigmaMax', ...CHARGES],
  when: isInSpace,
  compute: (p) => bundle(p, p.D),
}
/** Those of diffusion, which stay while D changes. */
export const diffusion: Computed<Params, Bundle> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['sigmaMax', ...CHARGES],
  when: isInSpace,
  compute: (p) => bundle(p, Number.POSITIVE_INFINITY),
}

/** Where both paths are compared: low enough for the charges to count, before each path has found its own. */
export const COMPARED_AT = 0.5
const STEPS = 200 // Runge-Kutta steps from the top: 1e-9 of the way
const SAME = 1e-9 // of the start height: rounding, and the steps

const DS = Array.from({ length: 13 }, (_, k) => 2 ** k)

export interface Gaps {
  D: readonly number[]
  /** Distance of the path of each D from that of diffusion at σ = COMPARED_AT; 0 where the two are the same path. */
  gap: Float64Array
}

function endOf(p: Params, extra: number): Float64Array {
  const x = startOf(p)
  exactPath(chargesOf(p), extra, x, p.sigmaMax, COMPARED_AT, STEPS)
  return x
}
function distance(p: Params, a: Float64Array, b: Float64Array): number {
  const apart = Math.hypot(...a.map((part, i) => part - b[i]!))
  return apart < SAME * p.sigmaMax ? 0 : apart
}
/** Distance of the path of this D from that of diffusion. */
export const gapOf = (p: Params, extra: number): number => distance(p, endOf(p, extra), endOf(p, Number.POSITIVE_INFINITY))

export const gaps: Computed<Params, Gaps> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['start', 'sigmaMax', ...CHARGES],
  when: isInSpace,
  summary: {
    gapLimit: {
      label: 'D times the distance from the path of diffusion, at D = 4096',
      digits: 3,
      of: ({ D, gap }) => D.at(-1)! * gap.at(-1)!,
    },
  },
  *compute(p) {
    const limit = endOf(p, Number.POSITIVE_INFINITY)
    const result = { D: DS, gap: new Float64Array(DS.length) }
    for (const [k, extra] of DS.entries()) {
      result.gap[k] = distance(p, endOf(p, extra), limit)
      yield { done: (k + 1) / DS.length, result, silent: true }
    }
    return result
  },
}
