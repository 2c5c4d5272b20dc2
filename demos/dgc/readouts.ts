// Numbers recorded at every step: the table, the curves, the account book, and what claims are measured from.
import type { Readout, VectorReadout } from '@/contract'
import type { SchemeName } from '@/domains/optim/sparse'
import type { State } from './model'
import { type Params, SIZE, schemeOf } from './params'
import { problemOf } from './problem'
import { bytesOf, recentLoss } from './race'

type One = Readout<Params, State>
type Vector = VectorReadout<Params, State>

const mean = (name: SchemeName, label: string): One => ({
  label: `loss, ${label} (mean of 50 steps)`,
  digits: 3,
  none: 'flew off',
  of: ({ step, race: { runners } }) =>
    runners[name].lost < 0 ? (step > 0 ? recentLoss(runners[name]) : runners[name].loss) : null,
})
const loss = (name: SchemeName): One => ({
  label: `loss, ${name}`,
  hidden: true,
  of: ({ race: { runners } }) => (runners[name].lost < 0 ? runners[name].loss : null),
})
const chosenRunner = ({ race: { runners } }: State, p: Params) => runners[schemeOf(p)]
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

/** A number for each entry, from the steepest to the flattest; none if it is null. */
const byEntry = (label: string, of: (s: State, p: Params, i: number) => number | null): Vector => ({
  label,
  hidden: true,
  size: () => SIZE,
  write(s, p, out) {
    for (const [rank, i] of problemOf(p).order.entries()) {
      const value = of(s, p, i)
      if (value !== null) out[rank] = value
    }
  },
})

export const readouts = {
  denseMean: mean('dense', 'dense'),
  dropMean: mean('drop', 'drop'),
  accumulateMean: mean('accumulate', 'keep'),
  correctionMean: mean('correction', 'corrected'),
  dgcMean: mean('dgc', 'DGC'),
  denseBytes: {
    label: 'bytes sent, dense',
    digits: 4,
    of: ({ race: { runners } }) => bytesOf('dense', runners.dense.values),
  },
  sparseBytes: {
    label: 'bytes sent, your scheme',
    digits: 4,
    of: (s, p) => bytesOf(schemeOf(p), chosenRunner(s, p).values),
  },
  fewerBytes: {
    label: 'times fewer bytes',
    digits: 3,
    none: 'none yet',
    of: (s, p) => {
      const sparse = bytesOf(schemeOf(p), chosenRunner(s, p).values)
      return sparse > 0 ? bytesOf('dense', s.race.runners.dense.values) / sparse : null
    },
  },
  fewerValues: {
    label: 'times fewer values',
    digits: 3,
    none: 'none yet',
    of: (s, p) => {
      const { values } = chosenRunner(s, p)
      return values > 0 ? s.race.runners.dense.values / values : null
    },
  },
  entered: {
    label: 'first worker, all that came in',
    digits: 5,
    rounding: 1e-9,
    of: (s, p) => sum(chosenRunner(s, p).entered),
  },
  paid: {
    label: 'of it sent',
    digits: 5,
    rounding: 1e-9,
    of: (s, p) => sum(chosenRunner(s, p).paid),
  },
  waiting: {
    label: 'of it still waiting',
    digits: 5,
    rounding: 1e-9,
    of: (s, p) => sum(chosenRunner(s, p).workers[0]!.v),
  },
  gone: {
    label: 'largest loss of an entry',
    digits: 4,
    rounding: 1e-7, // of sums that may be as large as 1e6
    of: (s, p) => {
      const { entered, paid, workers } = chosenRunner(s, p)
      return entered.reduce((most, value, i) => Math.max(most, Math.abs(value - paid[i]! - workers[0]!.v[i]!)), 0)
    },
  },

  denseLoss: loss('dense'),
  dropLoss: loss('drop'),
  accumulateLoss: loss('accumulate'),
  correctionLoss: loss('correction'),
  dgcLoss: loss('dgc'),
  book: byEntry('account of the first worker', (s, p, i) => chosenRunner(s, p).workers[0]!.v[i]!),
  posted: byEntry('sent by the first worker', (s, p, i) => {
    const { chosen, sent } = chosenRunner(s, p).workers[0]!
    return chosen[i] ? sent[i]! : null
  }),
  denseWeights: byEntry('weights, dense', ({ race: { runners } }, _, i) => runners.dense.weights[i]!),
  yourWeights: byEntry('weights, your scheme', (s, p, i) => chosenRunner(s, p).weights[i]!),
} as const satisfies Record<string, One | Vector>
