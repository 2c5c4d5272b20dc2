// Numbers recorded at every frame: what the tracker has read so far, and what the 113 clips say together.
import type { Readout } from '@/contract'
import { dilutedSlope } from '@/domains/dynamics/timingRatio'
import { pointOf } from './box'
import { campaignOf, summaryOf } from './campaign'
import { isGenerator, PRINTED, RULES } from './makers'
import type { State } from './model'
import type { Params } from './params'
import { SPREAD } from './scenes'
import { RADIUS, reading, seenDrop, seenRow, shownFrame, shownLength, theWorld } from './world'

type Of = Readout<Params, State>['of']

const isUsed = (p: Params, index: 0 | 1) => index === 0 || p.balls === 'two'
/** Drop frame of a ball, null before it is known. */
const frameOf = (s: State, p: Params, index: 0 | 1) =>
  isUsed(p, index) && s.tracks[index].drop > 0 ? s.tracks[index].drop : null
const finite = (value: number) => (Number.isFinite(value) ? value : null)

const timeOf =
  (index: 0 | 1): Of =>
  (s, p) => {
    const frame = frameOf(s, p, index)
    return frame === null ? null : frame * shownFrame(p)
  }
const readingOf =
  (index: 0 | 1): Of =>
  (s, p) => {
    const frame = frameOf(s, p, index)
    const world = theWorld(p)
    return frame === null ? null : finite(reading(shownLength(seenDrop(world, world.balls[index])), frame, p))
  }
const ratioOf =
  (which: 0 | 1): Of =>
  (s, p) => {
    const at = pointOf(s, p)
    return at ? finite(at[which]) : null
  }
/** ln t1²/t2² and ln h1/h2 as read. */
function logs(s: State, p: Params): readonly [times: number, heights: number] | null {
  const at = pointOf(s, p)
  return at && at[0] > 0 && at[1] > 0 ? [Math.log(at[0]), Math.log(at[1])] : null
}
const rowOf =
  (index: 0 | 1): Of =>
  (s, p) =>
    isUsed(p, index) ? finite(s.tracks[index].row) : null
/** Row of the floor's contact less a row, for ball 1. */
const over = (p: Params, row: number) => {
  const world = theWorld(p)
  return seenRow(world, world.balls[0], RADIUS) - row
}
const fromFit =
  (of: (fit: NonNullable<ReturnType<typeof campaignOf>['fit']>) => number): Of =>
  (_s, p) => {
    const { fit } = campaignOf(p)
    return fit ? finite(of(fit)) : null
  }
const fromSummary =
  (key: 'mean' | 'median' | 'variation'): Of =>
  (_s, p) => {
    const summary = summaryOf(p)
    return summary && finite(summary[key])
  }
function diluted(p: Params): number | null {
  if (p.maker === 'earth') return null
  const rule = isGenerator(p.maker) ? RULES[p.maker] : p
  return rule ? finite(dilutedSlope(SPREAD, rule.p, rule.scatter)) : null
}

const notYet = 'not yet'
export const readouts = {
  g1: {
    label: 'gravity read from ball 1',
    symbol: 'g_{\\mathrm{eff},1}',
    unit: 'm/s²',
    digits: 3,
    none: notYet,
    of: readingOf(0),
  },
  g2: {
    label: 'gravity read from ball 2',
    symbol: 'g_{\\mathrm{eff},2}',
    unit: 'm/s²',
    digits: 3,
    none: notYet,
    of: readingOf(1),
  },
  t1: { label: 'fall of ball 1, as played', symbol: 't_1', unit: 's', digits: 3, none: notYet, of: timeOf(0) },
  t2: { label: 'fall of ball 2, as played', symbol: 't_2', unit: 's', digits: 3, none: notYet, of: timeOf(1) },
  times: { label: 'times squared', symbol: 't_1^2/t_2^2', digits: 3, none: notYet, of: ratioOf(0) },
  heights: { label: 'drops in the picture', symbol: 'h_1/h_2', digits: 3, none: notYet, of: ratioOf(1) },
  defect: {
    label: 'ratio defect',
    symbol: '\\Delta',
    digits: 2,
    none: notYet,
    of: (s, p) => {
      const ln = logs(s, p)
      return ln && ln[0] - ln[1]
    },
  },
  exponent: {
    label: 'exponent between the balls',
    digits: 3,
    none: notYet,
    of: (s, p) => {
      const ln = logs(s, p)
      return ln && finite(ln[0] / ln[1])
    },
  },
  bounceHeight: {
    label: 'bounce from heights, ball 1',
    symbol: 'e',
    digits: 2,
    none: notYet,
    of: ({ tracks: [one] }, p) => (one.again < 0 ? null : finite(Math.sqrt(over(p, one.topRow) / over(p, one.first)))),
  },
  bounceTime: {
    label: 'bounce from times, ball 1',
    symbol: 'e',
    digits: 2,
    none: notYet,
    of: ({ tracks: [one] }) => (one.again < 0 ? null : finite((one.again - one.drop) / (2 * one.drop))),
  },
  slope: { label: 'straight line through the clips', symbol: 'm', digits: 3, of: fromFit((fit) => fit.slope) },
  cloudExponent: { label: 'exponent of the clips', symbol: 'p', digits: 3, of: fromFit((fit) => fit.exponent) },
  cloudScatter: { label: 'scatter of the clips', symbol: 's', digits: 2, of: fromFit((fit) => fit.scatter) },
  diluted: { label: 'line expected from p and s', symbol: 'm', digits: 2, of: (_s, p) => diluted(p) },
  printed: {
    label: 'line printed in the paper',
    symbol: 'm',
    digits: 3,
    of: (_s, p) => (isGenerator(p.maker) ? PRINTED[p.maker].slope : null),
  },
  mean: { label: 'mean gravity of the clips', unit: 'm/s²', digits: 3, of: fromSummary('mean') },
  median: { label: 'median gravity of the clips', unit: 'm/s²', digits: 3, of: fromSummary('median') },
  variation: { label: 'relative spread of the clips', digits: 3, of: fromSummary('variation') },
  missed: { label: 'clips without a reading', digits: 3, of: (_s, p) => campaignOf(p).missed },

  row1: { label: 'row of ball 1', unit: 'px', hidden: true, of: rowOf(0) },
  row2: { label: 'row of ball 2', unit: 'px', hidden: true, of: rowOf(1) },
  drop1: { label: 'drop frame of ball 1', hidden: true, of: (s, p) => frameOf(s, p, 0) },
  drop2: { label: 'drop frame of ball 2', hidden: true, of: (s, p) => frameOf(s, p, 1) },
} satisfies Record<string, Readout<Params, State>>
