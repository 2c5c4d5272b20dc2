// What takes longer than a frame: trainings, and what trained networks do with many clips.
import { atOnce, type Computed } from '@/contract'
import { median } from '@/numerics/regression'
import { casesOf, retrieve } from './learners/cases'
import { BORDER, boxesOf, type Channel, type Clip, edgesOf, filmOf, seenVelocity, shownClip } from './learners/clips'
import { type Reading, readAll, sizesOf, train, variants } from './learners/pocket'
import { channelsOf, EVERY, hasColours, type Pair, type Params, params, TRAINING, type Training } from './params'
import { isShipped, netOf, trainingKey } from './shipped'
import { GIVEN } from './world/ring'

/** Velocities at which learners are tried, and clips for each. */
export const VELOCITIES = Float64Array.from({ length: 58 }, (_, k) => (3 + k) / 10)
export const FEW = Float64Array.from({ length: 20 }, (_, k) => 0.3 + 0.3 * k)
const TRIED_RADII = [0.8, 1.05, 1.3]
const STARTS = 4

export interface TrainingRecord {
  update: number
  /** NaN in the first. */
  loss: number
  /** Generated velocities at FEW, [channels, FEW]: medians over four starts. */
  curve: Float64Array
}
export interface Learned {
  weights: Float64Array
  records: readonly TrainingRecord[]
}
const AT_ONCE = 10 // updates, some 10 ms

function curveOf(p: Training, weights: Float64Array): Float64Array {
  const net = { sizes: sizesOf(p), weights } // of this update, also where the last one comes with the page
  const channels = channelsOf(p)
  const clips = Array.from({ length: channels }, (_, c) =>
    [...FEW].flatMap((v) => variants(v, c as Channel, [BORDER], STARTS)),
  ).flat()
  const found = readAll(net, channels, clips)
  return Float64Array.from({ length: channels * FEW.length }, (_, k) =>
    median(found.slice(k * STARTS, (k + 1) * STARTS).map(({ v }) => v)),
  )
}

const KEPT = 16
const trained = new Map<string, Learned>()
/** A whole training, in pieces; the newest ones are kept, as one network serves several maps. */
function* learn(p: Training): Generator<{ done: number; result: Learned; silent?: boolean }, Learned, void> {
  const key = trainingKey(p)
  const known = trained.get(key)
  if (known) return known
  const records: TrainingRecord[] = []
  const work = train(p, AT_ONCE)
  let [next, loss, count] = [work.next(), 0, 0]
  for (; !next.done; next = work.next()) {
    const { update, weights } = next.value
    if (update > 0) [loss, count] = [loss + next.value.loss, count + 1]
    const isDue = update % EVERY === 0
    if (isDue) {
      records.push({ update, loss: loss / count, curve: curveOf(p, weights) })
      loss = count = 0
    }
    const result = { weights: isDue ? weights.slice() : weights, records: isDue ? [...records] : records }
    yield { done: update / Math.max(1, p.updates), result, silent: !isDue }
  }
  const { update, weights } = next.value
  if (records.at(-1)?.update !== update) records.push({ update, loss: next.value.loss, curve: curveOf(p, weights) })
  const whole = { weights, records }
  trained.set(key, whole)
  if (trained.size > KEPT) trained.delete(trained.keys().next().value!)
  return whole
}

export const learned: Computed<Params, Learned> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 150,
  uses: ['tab', ...TRAINING],
  when: (p) => p.tab === 'learning' || (p.tab !== 'pixels' && !isShipped(p)),
  compute: learn,
  summary: {
    lastLoss: { label: 'loss at the end of the training', digits: 2, of: ({ records }) => records.at(-1)!.loss || null },
  },
}

interface Needs {
  learned: Learned
}
/** All generated velocities against shown ones. */
export interface Response {
  /** [channels, VELOCITIES, clips a velocity]. */
  all: Float32Array
  /** Medians, [channels, VELOCITIES]. */
  medians: Float64Array
  /** Nearest cases: Σ wᵢ vᵢ, medians, [channels, VELOCITIES]. */
  cases: Float64Array
  /** Mean |generated - shown| where velocities were seen, lie between seen ones, or beyond all; NaN: there are none. */
  errors: { seen: number; between: number; beyond: number }
}
export const TRIED = TRIED_RADII.length * STARTS

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
export const response: Computed<Params, Response, Needs> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 100,
  uses: ['tab', ...TRAINING, 'noise'],
  needs: ['learned'],
  when: (p) => p.tab === 'film',
  summary: {
    errorSeen: { label: 'error at seen velocities', digits: 2, of: ({ errors }) => finite(errors.seen) },
    errorBetween: { label: 'error between seen velocities', digits: 2, of: ({ errors }) => finite(errors.between) },
    errorBeyond: { label: 'error beyond all seen velocities', digits: 2, of: ({ errors }) => finite(errors.beyond) },
  },
  *compute(p, needed) {
    const channels = channelsOf(p)
    const net = netOf(p, needed.learned)!
    const boxes = boxesOf(p)
    const { slowest, fastest } = edgesOf(p)
    const known = casesOf(p)
    const size = channels * VELOCITIES.length
    const result: Response = {
      all: new Float32Array(size * TRIED).fill(Number.NaN),
      medians: new Float64Array(size).fill(Number.NaN),
      cases: new Float64Array(size).fill(Number.NaN),
      errors: { seen: Number.NaN, between: Number.NaN, beyond: Number.NaN },
    }
    const sums = { seen: [0, 0], between: [0, 0], beyond: [0, 0] }
    for (let k = 0; k < size; k++) {
      const [channel, v] = [Math.floor(k / VELOCITIES.length) as Channel, VELOCITIES[k % VELOCITIES.length]!]
      const clips = variants(v, channel, TRIED_RADII, STARTS)
      const found = readAll(net, channels, clips).map((reading) => reading.v)
      result.all.set(found, k * TRIED)
      result.medians[k] = median(found)
      result.cases[k] = median(
        clips.filter((_, n) => n % STARTS < 2).map((clip) => retrieve(known, filmOf(clip, channels, GIVEN), p.noise).velocity),
      )
      const own = boxes.filter((box) => channels === 1 || box.channel === channel)
      const kind = seenVelocity(own, v) ? 'seen' : v > slowest && v < fastest ? 'between' : 'beyond'
      for (const one of found) sums[kind][0]! += Math.abs(one - v)
      sums[kind][1]! += found.length
      if (k % 4 === 3) yield { done: k / size, result, silent: k % 16 !== 15 }
    }
    for (const [kind, [sum, count]] of Object.entries(sums)) result.errors[kind as keyof typeof sums] = sum! / count!
    return result
  },
}

/** The clip on screen, and forty more that start elsewhere. */
export interface Thrown {
  own: Reading
  /** Share of the others that are generated backwards, and the median velocity of all. */
  reversed: number
  median: number
}
export const OTHERS = 40
export const thrown: Computed<Params, Thrown, Needs> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', ...TRAINING, 'velocity', 'radius', 'start', 'colour'],
  needs: ['learned'],
  when: (p) => p.tab === 'film',
  summary: {
    generated: { label: 'generated velocity, pocket model', digits: 3, of: ({ own }) => own.v },
    generatedRadius: { label: 'generated radius, pocket model', digits: 3, of: ({ own }) => own.r },
    blue: {
      label: 'share of blue, pocket model',
      unit: '%',
      digits: 3,
      of: ({ own }, p) => (hasColours(p) ? 100 * own.blue : null),
    },
    reversed: { label: 'of 40 starts turned round', unit: '%', digits: 3, of: ({ reversed }) => 100 * reversed },
    usual: { label: 'median of 40 starts, pocket model', digits: 3, of: (result) => result.median },
  },
  compute: atOnce((p, needed) => {
    const net = netOf(p, needed.learned)!
    const clip = shownClip(p)
    const [own, ...others] = readAll(net, channelsOf(p), [clip, ...variants(clip.v, clip.channel, [clip.r], OTHERS)])
    const velocities = others.map(({ v }) => v)
    return { own: own!, reversed: velocities.filter((v) => v < 0).length / OTHERS, median: median(velocities) }
  }),
}

/** Kinds of combinations: in the training; each value seen, but never together; between seen values; beyond them. */
export const KINDS = ['seen', 'swapped', 'between', 'beyond'] as const
export type Kind = (typeof KINDS)[number]
export interface Combination {
  shown: Clip
  kind: Kind
  /** Medians over starts. */
  generated: Reading
}
const within = ([low, high]: readonly [number, number], value: number): boolean => value >= low - 1e-9 && value <= high + 1e-9
export function kindOf(p: Training, { v, r, channel }: Clip): Kind {
  const boxes = boxesOf(p)
  const [byV, byR] = [boxes.filter((box) => within(box.v, v)), boxes.filter((box) => within(box.r, r))]
  const own = (box: (typeof boxes)[number]) => channelsOf(p) === 1 || box.channel === channel
  if (byV.some((box) => byR.includes(box) && own(box))) return 'seen'
  if (byV.length > 0 && byR.length > 0) return 'swapped'
  const { slowest, fastest } = edgesOf(p)
  return within([slowest, fastest], v) && within([boxes[0]!.r[0], boxes.at(-1)!.r[1]], r) ? 'between' : 'beyond'
}

const medianReading = (all: readonly Reading[]): Reading => ({
  v: median(all.map(({ v }) => v)),
  r: median(all.map(({ r }) => r)),
  blue: median(all.map(({ blue }) => blue)),
})
const PLACES = 8
const [SPEEDS, SIZES] = [
  [0.5, 1.2, 2, 2.5, 3, 3.8, 4.6, 5.4],
  [0.55, 0.75, 0.95, 1.15, 1.35, 1.55],
]
/** The combinations that are tried, by pair. */
function combinations({ pair }: Pick<Params, 'pair'>): Clip[] {
  const both: readonly Channel[] = [0, 1]
  if (pair === 'colourVelocity') return both.flatMap((channel) => SPEEDS.map((v) => ({ x: 0, v, r: BORDER, channel })))
  if (pair === 'colourSize') return both.flatMap((channel) => SIZES.map((r) => ({ x: 0, v: 2.5, r, channel })))
  return SIZES.flatMap((r) => SPEEDS.map((v) => ({ x: 0, v, r, channel: 0 as const })))
}
const starts = (clip: Clip): Clip[] => Array.from({ length: PLACES }, (_, k) => ({ ...clip, x: (10 * (k + 0.3)) / PLACES }))

/** Mean |generated - shown| velocity over the combinations of a kind. */
const errorOf =
  (kind: Kind) =>
  (all: readonly Combination[]): number | null => {
    const errors = all.filter((one) => one.kind === kind).map(({ generated, shown }) => Math.abs(generated.v - shown.v))
    return errors.length > 0 ? errors.reduce((sum, error) => sum + error, 0) / errors.length : null
  }
export const plane: Computed<Params, readonly Combination[], Needs> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 100,
  uses: ['tab', ...TRAINING],
  needs: ['learned'],
  when: (p) => p.tab === 'plane',
  summary: {
    errorTrained: { label: 'error of velocity, trained combinations', digits: 2, of: errorOf('seen') },
    errorSwapped: { label: 'error of velocity, new combinations of seen values', digits: 2, of: errorOf('swapped') },
    errorInside: { label: 'error of velocity, between seen values', digits: 2, of: errorOf('between') },
    errorOutside: { label: 'error of velocity, beyond them', digits: 2, of: errorOf('beyond') },
  },
  *compute(p, needed) {
    const net = netOf(p, needed.learned)!
    const found: Combination[] = []
    const wanted = combinations(p)
    for (const shown of wanted) {
      found.push({ shown, kind: kindOf(p, shown), generated: medianReading(readAll(net, channelsOf(p), starts(shown))) })
      yield { done: found.length / wanted.length, result: [...found], silent: found.length % 8 !== 0 }
    }
    return found
  },
}

/** How much of each attribute survives in clips that combine what was never seen together; shares, 1: all of it. */
export interface Contest {
  pair: Exclude<Pair, 'none'>
  first: number
  second: number
}
export const PAIRS = ['colourSize', 'sizeVelocity', 'colourVelocity'] as const
/** 1 where the attribute stays as shown, 0 where it becomes what always came with the other one. */
const share = (generated: number, shown: number, other: number): number =>
  Math.min(Math.max(1 - (generated - shown) / (other - shown), 0), 1)

type Trial = { clip: Omit<Clip, 'x'>; kept: (found: Reading) => readonly [first: number, second: number] }
const colourKept = (channel: Channel, blue: number) => (channel === 1 ? blue : 1 - blue)
/** Swapped clips of each pair, with values in the middle of what was seen. */
function trials(pair: Contest['pair'], at: number): readonly Trial[] {
  const [slow, fast, small, large] = [1.4, 3.6, 0.8, 1.3]
  switch (pair) {
    case 'colourSize':
      return ([1, 0] as const).map((channel) => {
        const r = channel === 1 ? small : large
        return { clip: { v: 2.5, r, channel }, kept: (f) => [colourKept(channel, f.blue), share(f.r, r, BORDER)] }
      })
    case 'colourVelocity':
      return ([1, 0] as const).map((channel) => {
        const v = channel === 1 ? slow : fast
        return { clip: { v, r: BORDER, channel }, kept: (f) => [colourKept(channel, f.blue), share(f.v, v, at)] }
      })
    case 'sizeVelocity':
      return [
        [small, fast],
        [large, slow],
      ].map(([r, v]) => ({
        clip: { v: v!, r: r!, channel: 0 },
        kept: (f) => [share(f.r, r!, BORDER), share(f.v, v!, at)],
      }))
  }
}

export const contests: Computed<Params, readonly Contest[], { plane: readonly Combination[] }> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 300,
  uses: ['tab', 'width', 'updates', 'seed'],
  needs: ['plane'], // not its result: what is on screen comes first
  when: (p) => p.tab === 'plane',
  summary: {
    colourInSize: { label: 'colour kept, against size', unit: '%', digits: 2, of: (all) => kept(all, 'colourSize', 'first') },
    sizeInColour: { label: 'size kept, against colour', unit: '%', digits: 2, of: (all) => kept(all, 'colourSize', 'second') },
    sizeInVelocity: {
      label: 'size kept, against velocity',
      unit: '%',
      digits: 3,
      of: (all) => kept(all, 'sizeVelocity', 'first'),
    },
    velocityInSize: {
      label: 'velocity kept, against size',
      unit: '%',
      digits: 3,
      of: (all) => kept(all, 'sizeVelocity', 'second'),
    },
    colourInVelocity: {
      label: 'colour kept, against velocity',
      unit: '%',
      digits: 2,
      of: (all) => kept(all, 'colourVelocity', 'first'),
    },
    velocityInColour: {
      label: 'velocity kept, against colour',
      unit: '%',
      digits: 2,
      of: (all) => kept(all, 'colourVelocity', 'second'),
    },
  },
  *compute(p) {
    const found: Contest[] = []
    for (const pair of PAIRS) {
      const training: Training = { ...STANDARD, pair, width: p.width, updates: p.updates, seed: p.seed }
      const work = learn(training)
      let next = work.next()
      for (; !next.done; next = work.next())
        yield { done: (found.length + next.value.done) / PAIRS.length, result: [...found], silent: !next.value.done }
      const net = netOf(training, next.value)!
      const shares = trials(pair, STANDARD.gapAt).map(({ clip, kept: of }) =>
        of(medianReading(readAll(net, channelsOf(training), starts({ x: 0, ...clip })))),
      )
      const mean = (k: 0 | 1) => shares.reduce((sum, one) => sum + one[k], 0) / shares.length
      found.push({ pair, first: mean(0), second: mean(1) })
      yield { done: found.length / PAIRS.length, result: [...found] }
    }
    return found
  },
}
const kept = (all: readonly Contest[], pair: Contest['pair'], side: 'first' | 'second'): number | null => {
  const one = all.find((contest) => contest.pair === pair)
  return one ? 100 * one[side] : null
}
/** Bands of the contests: velocities from 1 to 4, with the border at 2.5. */
const STANDARD: Training = Object.fromEntries(TRAINING.map((key) => [key, params[key].default])) as unknown as Training
