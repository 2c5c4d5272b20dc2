// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import type { State } from './model'
import { type Method, type Params, surfaceOf } from './params'
import type { Lane } from './training'
import { measuredAt, type Twins } from './twins'

type One = Readout<Params, State>
type Of = One['of']

const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null)

/** A number about one method of the race; none after it diverged. */
const about =
  (method: Method, of: (x: number, y: number, p: Params) => number): Of =>
  ({ race }, p) => {
    if (!race || race[method].lost >= 0) return null
    const { at } = race[method]
    return finite(of(at[0]!, at[1]!, p))
  }
const height = (method: Method, name: string): One => ({
  label: `f, ${name}`,
  digits: 3,
  none: 'flew off',
  of: about(method, (x, y, p) => surfaceOf(p).value(x, y)),
})
const settled = (method: Method, name: string): One => ({
  label: `below 0.0001 for good since step, ${name}`,
  none: 'not yet',
  digits: 5,
  of: ({ race }) => (race && race[method].settled >= 0 ? race[method].settled : null),
})
const place = (method: Method, axis: 0 | 1): One => ({
  label: `${'xy'[axis]}, ${method}`,
  hidden: true,
  of: about(method, (x, y) => (axis === 0 ? x : y)),
})

/** A number about the twins. */
const twin =
  (of: (s: Twins, p: Params) => number): Of =>
  ({ twins }, p) =>
    twins && twins.lost < 0 ? finite(of(twins, p)) : null
const valueAt = (at: ArrayLike<number>, p: Params) => surfaceOf(p).value(at[0]!, at[1]!)
const part = (label: string, of: (s: Twins, p: Params) => number): One => ({ label, hidden: true, of: twin(of) })

const loss = (lane: Lane, name: string): One => ({
  label: `loss, ${name}`,
  digits: 3,
  none: 'no number',
  of: ({ training }) => (training ? finite(training[lane].loss) : null),
})

export const readouts = {
  adanF: height('adan', 'Adan'),
  adamF: height('adam', 'Adam'),
  ballF: height('ball', 'heavy ball'),
  nesterovF: height('nesterov', 'Nesterov'),
  descentF: height('descent', 'gradient descent'),
  adanSettled: settled('adan', 'Adan'),
  adamSettled: settled('adam', 'Adam'),
  ballSettled: settled('ball', 'heavy ball'),
  nesterovSettled: settled('nesterov', 'Nesterov'),
  apart: {
    label: 'largest distance of ring and dot so far',
    digits: 2,
    rounding: 1e-12, // of coordinates of size 1 after some hundred steps
    of: twin((s) => s.apart),
  },
  hereF: { label: 'f where both measure', digits: 3, of: twin((s, p) => valueAt(s.here.at, p)) },
  aheadF: { label: 'f where Nesterov stands', digits: 3, of: twin((s, p) => valueAt(s.ahead.at, p)) },
  half: loss('half', 'Adan, half the budget'),
  adamHalf: loss('adamHalf', 'Adam, half the budget'),
  adamFull: loss('adamFull', 'Adam, the whole budget'),

  adanX: place('adan', 0),
  adanY: place('adan', 1),
  adamX: place('adam', 0),
  adamY: place('adam', 1),
  ballX: place('ball', 0),
  ballY: place('ball', 1),
  nesterovX: place('nesterov', 0),
  nesterovY: place('nesterov', 1),
  descentX: place('descent', 0),
  descentY: place('descent', 1),
  measuredX: part('x where Nesterov measures', (s, p) => measuredAt(s, p)[0]),
  measuredY: part('y where Nesterov measures', (s, p) => measuredAt(s, p)[1]),
  hereX: part('x of the estimate', (s) => s.here.at[0]!),
  hereY: part('y of the estimate', (s) => s.here.at[1]!),
} as const satisfies Record<string, One>
