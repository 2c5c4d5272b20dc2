// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { meanSquare } from '@/domains/fluids/fields'
import { lawOf } from './lawRun'
import type { State } from './model'
import { type Params, shapeOf } from './params'

type Of = Readout<Params, State>['of']
type Kind = State['kind']

/** A number of one scene only. */
const inScene =
  <K extends Kind>(kind: K, of: (s: Extract<State, { kind: K }>, p: Params) => number): Of =>
  (s, p) =>
    s.kind === kind ? of(s as Extract<State, { kind: K }>, p) : null
const mean = (field: Float64Array) => field.reduce((sum, value) => sum + value, 0) / field.length

export const readouts = {
  error: { label: 'error of the collected picture', symbol: '\\varepsilon', digits: 3, of: (s) => s.error },
  percent: { label: 'error in percent', hidden: true, digits: 2, of: (s) => 100 * s.error },
  alone: {
    label: 'error of one hand, interpolated',
    digits: 3,
    of: inScene('fluid', (s) => s.aloneError),
  },
  alonePercent: { label: 'the same in percent', hidden: true, digits: 2, of: inScene('fluid', (s) => 100 * s.aloneError) },
  points: { label: 'points of one player', symbol: '(N/s)^2', of: (_s, p) => shapeOf(p).n ** 2 },
  finePoints: { label: 'points of the fine problem', symbol: 'N^2', of: (_s, p) => shapeOf(p).side ** 2 },
  team: { label: 'players at work at once', symbol: 's^2k', of: (_s, p) => shapeOf(p).s ** 2 * shapeOf(p).slots },
  windows: {
    label: 'windows one after the other',
    symbol: '\\text{steps}/k',
    of: inScene('fluid', (_s, p) => Math.ceil(p.steps / p.slots)),
  },
  finePath: { label: 'points in a row, fine solver', of: inScene('fluid', (s) => s.finePath), digits: 8 },
  path: { label: 'points in a row, players', of: inScene('fluid', (s) => s.path), digits: 8 },
  square: { label: 'mean square of the vorticity', hidden: true, of: inScene('fluid', (s) => meanSquare(s.fineField)) },
  mean: { label: 'mean vorticity', hidden: true, rounding: 1e-14, of: inScene('fluid', (s) => mean(s.fineField)) },
  measured: {
    label: 'lost so far, measured',
    digits: 3,
    of: inScene('law', (s) => (s.all > 0 ? s.lost / s.all : 0)),
  },
  predicted: { label: 'lost, predicted', digits: 3, of: inScene('law', (_s, p) => lawOf(p).lost) },
  loss: { label: 'physics loss', symbol: '\\mathcal L', digits: 4, of: inScene('train', (s) => s.loss) },
  spread: { label: 'largest difference between hands', digits: 2, rounding: 1e-13, of: inScene('train', (s) => s.spread) },
} satisfies Record<string, Readout<Params, State>>
