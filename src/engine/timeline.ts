// A run with seek: the head moves forward and records readouts; snapshots within a memory budget make going back exact and quick.
import { klona } from 'klona'
import { type AnyDemo, type Ending, type Params, partOf, type Run } from '@/contract'
import { mapWith, neededNow, numbersOf, resultNow } from './computed'
import { REPLAY } from './pacing'
import { bytesOf } from './plain'

/** A run of any demo, as claims see it. */
export type RecordedRun = Run<Params, unknown, string, Record<string, unknown>>

/** The maps of a run, for its claims; `resultOf` may throw if one is not at hand. */
export function mapsFor(
  demo: AnyDemo,
  params: Params,
  resultOf = (name: string): unknown => resultNow(demo, name, params),
): Pick<RecordedRun, 'map' | 'summary'> {
  return {
    map: resultOf,
    summary(name) {
      const map = mapWith(demo, name)
      if (map === undefined) throw new Error(`${demo.meta.slug}: no map says "${name}"`)
      return numbersOf(demo, map, resultOf(map), params)[name] as number
    },
  }
}

export interface RunEnd {
  step: number
  why: Ending
  /** The readout that was not finite, if that is why. */
  readout?: string
}
const MEMORY_BUDGET = 58e6 // bytes of snapshots a run: with its series and scratch arrays a run of 5,000 steps stays below 64 MB

interface Snapshot {
  step: number
  state: unknown
  bytes: number
}

export class Timeline {
  readonly steps: number
  readonly dt: number
  readonly series: Record<string, Float64Array> = {}
  /** Last recorded step. */
  last = 0
  /** Why the run cannot go beyond `last`. */
  ended: RunEnd | null = null
  /** First step at which the model calls itself converged. */
  convergedAt: number | null = null
  /** ms of computing so far. */
  spent = 0

  private readonly head: unknown
  private readonly needed: Readonly<Record<string, unknown>>
  /** Readouts with their series, looked up once because every step needs them. */
  private readonly recorded: readonly {
    name: string
    readout: AnyDemo['readouts'][string]
    values: Float64Array
    scratch: Float64Array
  }[]
  /** By step, ascending. */
  private snapshots: Snapshot[] = []
  private snapshotBytes = 0
  /** A snapshot is due after so many steps (√steps balances the cost of keeping against that of replaying), or so many ms of computing. */
  private spacing: number
  private replay = REPLAY
  private unkept = 0 // ms of computing since the newest snapshot
  /** State at `cursorStep`, so that steps forward from it need no snapshot. */
  private cursor: unknown
  private cursorStep = Number.POSITIVE_INFINITY // none yet

  constructor(
    private readonly demo: AnyDemo,
    readonly params: Params,
    private readonly budget = MEMORY_BUDGET,
    private readonly now = () => performance.now(),
  ) {
    const { model } = demo
    this.steps = Math.max(0, Math.floor(model.steps(params)))
    this.spacing = Math.max(1, Math.floor(Math.sqrt(this.steps)))
    this.dt = model.dt(params)
    this.needed = neededNow(demo, params)
    this.head = model.init(params, this.needed)
    this.recorded = Object.entries(demo.readouts).map(([name, readout]) => {
      const size = 'size' in readout ? readout.size(params) : 1
      const values = new Float64Array(size * (this.steps + 1))
      this.series[name] = values
      return { name, readout, values, scratch: new Float64Array(size) }
    })
    this.keep()
    this.record()
  }

  get done(): boolean {
    return this.ended !== null || this.last >= this.steps
  }

  /** Moves the head to `step` at most, by at least one step, until the clock (ms) passes `until`. Returns whether it arrived, or the run ended before. */
  extend(step: number, until = Number.POSITIVE_INFINITY): boolean {
    const target = Math.min(step, this.steps)
    for (let before = this.now(); this.last < target && this.ended === null; ) {
      this.demo.model.step(this.head, this.params, this.needed)
      this.last++
      this.record()
      const now = this.now()
      this.spent += now - before
      this.unkept += now - before
      before = now
      if (this.ended === null && (this.last - this.newest.step >= this.spacing || this.unkept >= this.replay)) this.keep()
      if (now > until) break
    }
    return this.last >= target || this.ended !== null
  }

  /** State at a recorded step; valid until the next call. Bitwise equal to a straight run. */
  state(step: number): unknown {
    const target = Math.max(0, Math.min(step, this.last))
    const nearest = this.snapshots.findLast((snapshot) => snapshot.step <= target) as Snapshot
    if (target < this.cursorStep || nearest.step > this.cursorStep) {
      this.cursor = klona(nearest.state)
      this.cursorStep = nearest.step
    }
    for (; this.cursorStep < target; this.cursorStep++) this.demo.model.step(this.cursor, this.params, this.needed)
    return this.cursor
  }

  frame(step: number): unknown {
    return this.demo.model.frame(this.state(step), this.params, this.needed)
  }

  /** The run so far, for claims and tests. */
  run(): RecordedRun {
    const time = Float64Array.from({ length: this.last + 1 }, (_, k) => k * this.dt)
    const length = this.last + 1
    const soFar = (values: Float64Array, size: number) => {
      if (size === 1) return values.subarray(0, length)
      const cut = new Float64Array(size * length)
      for (let part = 0; part < size; part++) cut.set(partOf(values, part, size).subarray(0, length), part * length)
      return cut
    }
    const series = Object.fromEntries(this.recorded.map(({ name, values, scratch }) => [name, soFar(values, scratch.length)]))
    const state = (step: number) => klona(this.state(step))
    const { demo, params, last, ended } = this
    return { params, last, time, series, ended, state, ...mapsFor(demo, params) }
  }

  /** Number of snapshots held, for tests of the budget. */
  get snapshotCount(): number {
    return this.snapshots.length
  }

  private get newest() {
    return this.snapshots.at(-1) as Snapshot
  }

  private record(): void {
    const { model } = this.demo
    for (const { name, readout, values, scratch } of this.recorded) {
      if ('size' in readout) {
        readout.write(this.head, this.params, scratch.fill(Number.NaN))
        for (let part = 0; part < scratch.length; part++) values[part * (this.steps + 1) + this.last] = scratch[part]!
        continue
      }
      const value = readout.of(this.head, this.params)
      const isRounding = readout.rounding !== undefined && Math.abs(value ?? 1) < readout.rounding
      values[this.last] = isRounding ? 0 : (value ?? Number.NaN)
      if (value !== null && !Number.isFinite(value)) this.ended ??= { step: this.last, why: 'diverged', readout: name }
    }
    const end = model.ended?.(this.head, this.params) ?? null
    if (end === 'converged') this.convergedAt ??= this.last
    if (end === 'diverged') this.ended ??= { step: this.last, why: 'diverged' }
  }

  /** Keeps a snapshot of the head. When the snapshots outgrow the budget, every second one is dropped and the spacing doubles. */
  private keep(): void {
    const state = klona(this.head)
    const bytes = bytesOf(state)
    this.snapshots.push({ step: this.last, state, bytes })
    this.snapshotBytes += bytes
    this.unkept = 0
    while (this.snapshotBytes > this.budget && this.snapshots.length > 2) {
      this.spacing *= 2
      this.replay *= 2
      this.snapshots = this.snapshots.filter((_, index) => index % 2 === 0)
      this.snapshotBytes = this.snapshots.reduce((sum, snapshot) => sum + snapshot.bytes, 0)
    }
  }
}
