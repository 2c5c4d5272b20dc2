// Numbers recorded at every round: the table, the curves, and what claims are measured from.
import type { Readout, VectorReadout } from '@/contract'
import type { State } from './model'
import type { METHODS, Method, Params } from './params'
import { problemOf, restError } from './problem'

type One = Readout<Params, State>
const finite = (value: number) => (Number.isFinite(value) ? value : null)

const about =
  (method: Method, of: (x: Float64Array, p: Params) => number): One['of'] =>
  (s, p) =>
    s[method].lost < 0 ? finite(of(s[method].server.x, p)) : null

const error = (method: Method, name: string): One => ({
  label: `error, ${name}`,
  digits: 3,
  none: 'flew off',
  rounding: 1e-12, // of coordinates and losses of size 1
  of: about(method, (x, p) => problemOf(p).error(x)),
})
const mean = (method: Method, name: string): One => ({
  label: `error in the second half (root mean square), ${name}`,
  digits: 3,
  rounding: 1e-12,
  of: (s, p) => {
    const rounds = s.step - Math.floor(p.rounds / 2)
    return rounds > 0 && s[method].lost < 0 ? finite(Math.sqrt(s[method].squares / rounds)) : null
  },
})
const right = (method: Method, name: string): One => ({
  label: `told right, ${name}`,
  unit: '%',
  digits: 3,
  of: (s, p) => {
    const { right: judge } = problemOf(p)
    return judge && s[method].lost < 0 ? 100 * judge(s[method].server.x) : null
  },
})
const rest = (method: Method, name: string): One => ({
  label: `predicted error at rest, ${name}`,
  digits: 3,
  of: (_, p) => (p.tab === 'plane' ? finite(restError(p, method)) : null),
})
const path = (method: Method): VectorReadout<Params, State> => ({
  label: `place, ${method}`,
  hidden: true,
  size: () => 2,
  write: (s, p, out) => {
    if (p.tab === 'plane' && s[method].lost < 0) out.set(s[method].server.x)
  },
})

export const readouts = {
  avgError: error('fedavg', 'FedAvg'),
  mError: error('fedavgM', 'FedAvg-M'),
  scError: error('scaffold', 'SCAFFOLD'),
  smError: error('scaffoldM', 'SCAFFOLD-M'),
  smallError: error('small', 'FedAvg at rate βη'),
  avgRest: rest('fedavg', 'FedAvg'),
  mRest: rest('fedavgM', 'FedAvg-M'),
  avgMean: mean('fedavg', 'FedAvg'),
  mMean: mean('fedavgM', 'FedAvg-M'),
  scMean: mean('scaffold', 'SCAFFOLD'),
  smMean: mean('scaffoldM', 'SCAFFOLD-M'),
  smallMean: mean('small', 'FedAvg at rate βη'),
  avgRight: right('fedavg', 'FedAvg'),
  mRight: right('fedavgM', 'FedAvg-M'),
  scRight: right('scaffold', 'SCAFFOLD'),
  apart: {
    label: 'FedAvg-M to FedAvg at rate βη',
    digits: 2,
    none: 'flew off',
    rounding: 1e-12,
    of: (s) => {
      if (s.fedavgM.lost >= 0 || s.small.lost >= 0) return null
      let sum = 0
      const [one, other] = [s.fedavgM.server.x, s.small.server.x]
      for (let a = 0; a < one.length; a++) sum += (one[a]! - other[a]!) ** 2
      return Math.sqrt(sum)
    },
  },

  avgPath: path('fedavg'),
  smallPath: path('small'),
  mPath: path('fedavgM'),
  scPath: path('scaffold'),
  smPath: path('scaffoldM'),
} as const satisfies Record<string, One | VectorReadout<Params, State>>

/** Names of the readouts of a method. */
export const READOUTS = {
  fedavg: { error: 'avgError', path: 'avgPath', mean: 'avgMean' },
  small: { error: 'smallError', path: 'smallPath', mean: 'smallMean' },
  fedavgM: { error: 'mError', path: 'mPath', mean: 'mMean' },
  scaffold: { error: 'scError', path: 'scPath', mean: 'scMean' },
  scaffoldM: { error: 'smError', path: 'smPath', mean: 'smMean' },
} as const satisfies Record<(typeof METHODS)[number], Record<string, keyof typeof readouts>>
