// A training as a map: the weights of both networks every 100 updates, and what is measured of them.
import type { Computed } from '@/contract'
import { loopWork } from '@/numerics/loops'
import { fieldOf } from './fields'
import { cloudsOf, type Fit, fitOverall, sample, slicedW2 } from './measures'
import { LEAST_NOISE, LOOP_STEPS, type NetKind, needsNets, type Params, recordsOf } from './params'
import { isShipped, netsAt } from './shipped'
import { type Snapshot, train } from './training'

export interface NetFit extends Fit {
  /** Work round the unit circle at σ = 0.05. */
  circulation: number
  /** Sliced W₂ of samples to data; NaN where it was not measured. */
  distance: number
}
export interface LearningRecord extends Snapshot {
  fits: Readonly<Record<NetKind, NetFit>>
}
export interface Learning {
  records: readonly LearningRecord[]
  /** Sliced W₂ of two clouds of data. */
  floor: number
}

const PARTICLES = 1000
const STEPS = 30 // of the sampler
const DISTANCES = 5 // measured in a training, besides the first
const UNIT = { centre: [0, 0], radius: 1 } as const
const AT_ONCE = 3 // updates, some 10 ms

export const isMeasured = (record: number, records: number): boolean =>
  record === records || record % Math.max(1, Math.ceil(records / DISTANCES)) === 0

function* judged(p: Params, snapshot: Snapshot, withDistance: boolean): Generator<null, LearningRecord, void> {
  const nets = netsAt(p.width, snapshot)
  const fits: Partial<Record<NetKind, NetFit>> = {}
  for (const kind of ['mlp', 'potential'] as const) {
    const field = fieldOf(p, kind, nets)
    const { circulation } = loopWork((points, out) => field.fill(LEAST_NOISE, points, out), UNIT, LOOP_STEPS)
    const fit = fitOverall(p, field)
    yield null
    let distance = Number.NaN
    if (withDistance) {
      const { start, truth } = cloudsOf(p, PARTICLES)
      for (const _ of sample(field, STEPS, start)) yield null
      distance = slicedW2(start, truth)
    }
    fits[kind] = { ...fit, circulation, distance }
  }
  return { ...snapshot, fits: fits as Record<NetKind, NetFit> }
}

const ofLast =
  (kind: NetKind, name: keyof NetFit) =>
  ({ records }: Learning): number | null => {
    const value = records.at(-1)?.fits[kind][name] ?? Number.NaN
    return Number.isFinite(value) ? value : null
  }
const kept = new Map<string, Learning>()

export const learning: Computed<Params, Learning> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 400,
  uses: ['width', 'updates', 'seed', 'moved'],
  when: (p) => p.tab === 'learning' || (needsNets(p) && !isShipped(p)),
  summary: {
    workNet: { label: 'work round at σ = 0.05, network', digits: 3, of: ofLast('mlp', 'circulation') },
    workGradient: {
      label: 'work round at σ = 0.05, gradient net',
      digits: 2,
      of: (result) => settled(ofLast('potential', 'circulation')(result)),
    },
    asymmetryNet: { label: 'asymmetry, network', digits: 2, of: ofLast('mlp', 'asymmetry') },
    asymmetryGradient: {
      label: 'asymmetry, gradient net',
      digits: 2,
      of: (result) => settled(ofLast('potential', 'asymmetry')(result)),
    },
    errorNet: { label: 'relative error, network', digits: 2, of: ofLast('mlp', 'error') },
    errorGradient: { label: 'relative error, gradient net', digits: 2, of: ofLast('potential', 'error') },
    distanceNet: { label: 'samples to data, network', digits: 2, of: ofLast('mlp', 'distance') },
    distanceGradient: { label: 'samples to data, gradient net', digits: 2, of: ofLast('potential', 'distance') },
  },
  *compute(p) {
    const key = JSON.stringify([p.width, p.updates, p.seed, p.moved])
    const known = kept.get(key)
    if (known) return known
    const { truth, other } = cloudsOf(p, PARTICLES)
    const floor = slicedW2(truth, other)
    const records: LearningRecord[] = []
    const done = (update: number) => update / Math.max(1, p.updates)
    let update = -1
    for (const snapshot of train(p)) {
      update++
      if (snapshot === null) {
        if (update % AT_ONCE === 0) yield { done: done(update), result: { records, floor }, silent: true }
        continue
      }
      const work = judged(p, snapshot, isMeasured(records.length, recordsOf(p)))
      let next = work.next()
      for (; !next.done; next = work.next()) yield { done: done(update), result: { records, floor }, silent: true }
      records.push(next.value)
      yield { done: done(update), result: { records: [...records], floor } }
    }
    const whole = { records, floor }
    kept.set(key, whole)
    return whole
  },
}
/** What central differences and rounding leave of a zero. */
export const settled = (value: number | null): number | null => (value !== null && Math.abs(value) < 1e-7 ? 0 : value)
