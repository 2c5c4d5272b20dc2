// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { consensusRate } from '@/domains/optim/consensus'
import { meanOfRows } from '@/domains/optim/gossip'
import { meanExchange, treeLevels } from '@/domains/optim/waiting'
import type { State } from './model'
import { spreadOf } from './model'
import { CURVATURES, copiesOf, type Params } from './params'

type One = Readout<Params, State>

/** Mean of ½ xᵀAx over the rows of [n, 2]; none without a loss. */
function lossOf(rows: Float64Array, { loss, tab }: Params): number | null {
  if (loss === 'none' || tab === 'mlp') return null
  let sum = 0
  for (let k = 0; k < rows.length; k++) sum += CURVATURES[loss][k % 2]! * rows[k]! ** 2
  return sum / rows.length // ½ of the sum over n rows of two
}
const mean = new Float64Array(2) // holds nothing between two calls
const meanOf = ({ phi, order }: State): Float64Array => {
  meanOfRows(phi, order.length, mean)
  return mean
}

/** Waiting for one round, in mean messages of an even network. */
export const exchange = ({ latency }: Pick<Params, 'latency'>): number => meanExchange(0, latency)
export const allReduce = (p: Pick<Params, 'latency' | 'pairs'>): number => 2 * treeLevels(copiesOf(p)) * exchange(p)
/** Messages of one all-reduce by a tree: each but the root sends its sum and gets the mean. */
const messagesOfAll = (p: Params) => 2 * (copiesOf(p) - 1)

const ofParams = (label: string, of: (p: Params) => number, more: Partial<One> = {}): One => ({
  label,
  ...more,
  of: (_, p) => of(p),
})
const coordinate = (label: string, of: (s: State) => number): One => ({ label, hidden: true, of })

const ROUNDING = 1e-14 // of distances between places of size 1
/** A number of the flock in the plane; the network has its own. */
const ofFlock = (label: string, of: (s: State) => number, more: Partial<One> = {}): One => ({
  label,
  digits: 3,
  ...more,
  of: (s, p) => (p.tab === 'mlp' ? null : of(s)),
})

export const readouts = {
  spread: ofFlock('spread of the flock', spreadOf, { rounding: ROUNDING }),
  expected: ofFlock('spread, mean over all pairings', ({ expected }) => Math.sqrt(expected[0]! + expected[3]!), {
    rounding: ROUNDING,
  }),
  gap: ofFlock(
    'mean of the flock to DiLoCo',
    (s) => {
      const [x, y] = meanOf(s)
      return Math.sqrt((x! - s.diloco.phi[0]!) ** 2 + (y! - s.diloco.phi[1]!) ** 2)
    },
    { digits: 2 },
  ),
  rate: ofParams('consensus rate', (p) => consensusRate(copiesOf(p), p.alpha, p.gamma), { symbol: '\\rho', digits: 3 }),
  lossEach: { label: 'loss, mean over the copies', digits: 3, of: ({ phi }, p) => lossOf(phi, p) },
  lossMean: { label: 'loss at the mean of the copies', digits: 3, of: (s, p) => lossOf(meanOf(s), p) },
  lossDiloco: { label: 'loss, DiLoCo', digits: 3, of: ({ diloco }, p) => lossOf(diloco.phi, p) },
  lossFsdp: {
    label: 'loss, gradients averaged every local step',
    digits: 3,
    none: 'no loss',
    of: ({ fsdp }, p) => lossOf(fsdp, p),
  },
  copies: ofParams('copies', copiesOf, { symbol: 'N' }),
  levels: ofParams('levels of the tree', (p) => treeLevels(copiesOf(p))),
  exchange: ofParams('waiting, exchange of a pair', exchange, { digits: 3 }),
  allReduce: ofParams('waiting, all-reduce', allReduce, { digits: 3 }),
  everyStep: ofParams('waiting, all-reduce in every local step', (p) => p.local * allReduce(p), { digits: 3 }),
  ratio: ofParams('all-reduce over exchange', (p) => allReduce(p) / exchange(p), { digits: 3 }),
  messagesPair: ofParams('messages an outer step, pairs', copiesOf),
  messagesAll: ofParams('messages an outer step, all-reduce', messagesOfAll),
  messagesEvery: ofParams('messages an outer step, all-reduce in every local step', (p) => p.local * messagesOfAll(p)),

  meanX: coordinate('x, mean', (s) => meanOf(s)[0]!),
  meanY: coordinate('y, mean', (s) => meanOf(s)[1]!),
  dilocoX: coordinate('x, DiLoCo', ({ diloco }) => diloco.phi[0]!),
  dilocoY: coordinate('y, DiLoCo', ({ diloco }) => diloco.phi[1]!),
} as const satisfies Record<string, One>
