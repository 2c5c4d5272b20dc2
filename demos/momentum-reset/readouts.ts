// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout, VectorReadout } from '@/contract'
import { imbalanceOf } from '@/domains/optim/lowRank'
import { norm } from '@/numerics/smallMatrix'
import { type Push, type State, startPush, writePush } from './model'
import { LANES, type Lane, type Params, SIZE, type Whole } from './params'
import { problemOf } from './problem'

type One = Readout<Params, State>

const excess = (lane: Lane, name: string): One => ({
  label: `loss above the least, ${name}`,
  digits: 2,
  rounding: 1e-13,
  of: ({ losses }, p) => losses[lane] - problemOf(p).least,
})
const loss = (whole: Whole, name: string): One => ({
  label: `loss, ${name}`,
  digits: 2,
  rounding: 1e-13,
  of: ({ losses }) => losses[whole],
})
const tilt = (lane: Lane, name: string): One => ({
  label: `B heavier than A, ${name}`,
  unit: '×',
  digits: 3,
  none: 'nothing to weigh',
  of: ({ lanes }) => {
    const light = norm(lanes[lane].a)
    return light > 0 ? norm(lanes[lane].b) / light : null
  },
})
const imbalance = (lane: Lane): One => ({
  label: `‖BᵀB − AAᵀ‖, ${lane}`,
  hidden: true,
  rounding: 1e-11,
  of: ({ lanes }) => imbalanceOf(lanes[lane]),
})

const pushes = new Map<number, Push>() // hold nothing between two calls
function pushOf({ lanes }: State, p: Params, lane: Lane): Push {
  const size = lanes[lane].b.length
  let push = pushes.get(size)
  if (push === undefined) {
    push = startPush(size)
    pushes.set(size, push)
  }
  writePush(lanes[lane], p, push)
  return push
}
function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!
  return sum
}
/** The cosine between Adam's next step of both factors and that of an Adam without memory. */
const agreement = (lane: Lane, name: string): One => ({
  label: `next step, cosine to a fresh one, ${name}`,
  digits: 2,
  none: 'no slope',
  of: (s, p) => {
    const { stepB, stepA, freshB, freshA } = pushOf(s, p, lane)
    const square = (dot(stepB, stepB) + dot(stepA, stepA)) * (dot(freshB, freshB) + dot(freshA, freshA))
    return square > 0 ? (dot(stepB, freshB) + dot(stepA, freshA)) / Math.sqrt(square) : null
  },
})
/** Root mean square of Adam's next step of A, in units of the rate. */
const reach = (lane: Lane, name: string): One => ({
  label: `next step of A, of the rate, ${name}`,
  digits: 2,
  of: (s, p) => {
    const { stepA } = pushOf(s, p, lane)
    return norm(stepA) / Math.sqrt(stepA.length)
  },
})

/** For each run and each singular direction of W*: u·BA v. [runs × SIZE], in the order of `LANES`. */
const learned: VectorReadout<Params, State> = {
  label: 'part of BA along the singular directions of W*',
  hidden: true,
  size: () => LANES.length * SIZE,
  write({ lanes }, p, out) {
    const { n, left, right } = problemOf(p)
    for (let lane = 0; lane < LANES.length; lane++) {
      const { b, a, r } = lanes[LANES[lane]!]
      for (let k = 0; k < n; k++) {
        let sum = 0
        for (let q = 0; q < r; q++) {
          let onLeft = 0
          let onRight = 0
          for (let i = 0; i < n; i++) {
            onLeft += left[k * n + i]! * b[i * r + q]!
            onRight += right[k * n + i]! * a[q * n + i]!
          }
          sum += onLeft * onRight
        }
        out[lane * n + k] = sum
      }
    }
  },
}

export const NAMES: Readonly<Record<Lane, string>> = {
  none: 'no tricks',
  reset: 'reset only',
  refactor: 'rebuild only',
  both: 'both',
}

export const readouts = {
  noneExcess: excess('none', NAMES.none),
  resetExcess: excess('reset', NAMES.reset),
  refactorExcess: excess('refactor', NAMES.refactor),
  bothExcess: excess('both', NAMES.both),
  fullLoss: loss('full', 'full rank'),
  galoreLoss: loss('galore', 'GaLore'),
  noneTilt: tilt('none', NAMES.none),
  bothTilt: tilt('both', NAMES.both),
  refactorAgrees: agreement('refactor', NAMES.refactor),
  bothAgrees: agreement('both', NAMES.both),
  refactorReach: reach('refactor', NAMES.refactor),
  bothReach: reach('both', NAMES.both),
  least: {
    label: 'least loss of this rank',
    digits: 3,
    of: (_, p) => problemOf(p).least,
  },
  noneImbalance: imbalance('none'),
  resetImbalance: imbalance('reset'),
  refactorImbalance: imbalance('refactor'),
  bothImbalance: imbalance('both'),
  learned,
} as const satisfies Record<string, One | VectorReadout<Params, State>>
