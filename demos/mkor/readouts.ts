// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import type { Variant } from '@/domains/optim/kronecker'
import { offIdentity, spectrumEnds } from '@/numerics/smallMatrix'
import type { State } from './model'
import { type Method, type Params, sizesOf } from './params'
import { type Problem, problemOf } from './problem'

type One = Readout<Params, State>
const finite = (value: number) => (Number.isFinite(value) ? value : null)

const loss = (method: Method, name: string): One => ({
  label: `loss, ${name}`,
  digits: 2,
  none: 'flew off',
  of: ({ race }) => (race[method].lost < 0 ? finite(race[method].loss) : null),
})
const each = (method: Method, name: string): One => ({
  label: `multiply-adds a step, ${name}`,
  digits: 4,
  none: 'none yet',
  of: ({ step, race }) => (step > 0 && race[method].lost < 0 ? race[method].work / step : null),
})
const work = (method: Method): One => ({
  label: `multiply-adds, ${method}`,
  hidden: true,
  of: ({ race }) => (race[method].lost < 0 ? race[method].work : null),
})
const place = (method: Method, axis: 0 | 1): One => ({
  label: `${'xy'[axis]}, ${method}`,
  hidden: true,
  of: ({ race }, p) => (p.tab === 'plane' && race[method].lost < 0 ? race[method].weights[axis]! : null),
})
const off = (variant: Variant): One => ({
  label: `‖R R⁻¹ − I‖, ${variant}`,
  hidden: true,
  rounding: 1e-11, // the condition of R times the last bits
  of: ({ race }, p) => finite(offIdentity(race.seen.average, race.seen.inverses[variant], sizesOf(p)[1])),
})

/** Largest over least eigenvalue of A^½ M A^½: how narrow the valley is after preconditioning with the inverse M. */
function narrowness({ n, axes, spread }: Problem, inverse: Float64Array): number {
  const seen = new Float64Array(n * n)
  for (let k = 0; k < n; k++)
    for (let l = 0; l < n; l++) {
      let sum = 0
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += axes[k * n + i]! * inverse[i * n + j]! * axes[l * n + j]!
      seen[k * n + l] = sum * Math.sqrt(spread[k]! * spread[l]!)
    }
  return ratio(seen, n)
}
function ratio(matrix: Float64Array, size: number): number {
  const [low, high] = spectrumEnds(matrix, size)
  return low > 0 ? high / low : Number.NaN
}
/** Condition number of the loss preconditioned by L⁻¹ and R⁻¹. */
const condition = (p: Params, left: Float64Array, right: Float64Array) =>
  finite(ratio(left.slice(), sizesOf(p)[0]) * narrowness(problemOf(p), right))

export const readouts = {
  firstLoss: loss('first', 'no preconditioner'),
  kfacLoss: loss('kfac', 'K-FAC'),
  mkorLoss: loss('mkor', 'MKOR'),
  mkorNarrow: {
    label: 'narrowness that is left, MKOR',
    digits: 3,
    none: 'none',
    of: ({ race: { mkor } }, p) => condition(p, mkor.left.inverse, mkor.right.inverse),
  },
  kfacNarrow: {
    label: 'narrowness that is left, K-FAC',
    digits: 3,
    none: 'none',
    of: ({ race: { kfac } }, p) => condition(p, kfac.leftInverse, kfac.rightInverse),
  },
  off: {
    label: '‖R R⁻¹ − I‖',
    digits: 2,
    rounding: 1e-11,
    none: 'overflowed',
    of: ({ race: { seen } }, p) => finite(offIdentity(seen.average, seen.inverses[p.variant], sizesOf(p)[1])),
  },
  carried: {
    label: 'size of the average, of the covariance of the inputs',
    digits: 3,
    of: ({ race: { seen } }, p) => {
      const { n, spread } = problemOf(p)
      let [sum, all] = [0, 0]
      for (let i = 0; i < n; i++) {
        sum += seen.average[i * n + i]!
        all += spread[i]!
      }
      return sum / all
    },
  },
  firstEach: each('first', 'no preconditioner'),
  kfacEach: each('kfac', 'K-FAC'),
  mkorEach: each('mkor', 'MKOR'),

  firstWork: work('first'),
  kfacWork: work('kfac'),
  mkorWork: work('mkor'),
  offExact: off('exact'),
  offReleased: off('released'),
  offPrinted: off('printed'),
  firstX: place('first', 0),
  firstY: place('first', 1),
  kfacX: place('kfac', 0),
  kfacY: place('kfac', 1),
  mkorX: place('mkor', 0),
  mkorY: place('mkor', 1),
} as const satisfies Record<string, One>
