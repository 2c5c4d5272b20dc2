// Times kernels, and step, frame and seek of every demo. scripts/bench.mjs bundles and runs it: the code is what browsers get, not what tests get.
import { type AnyDemo, defaultsOf, merge } from '@/contract'
import { Timeline } from '@/engine/timeline'
import { loadDemo, slugs } from '@/registry/demos'
import { kernels } from './kernels'

export interface Timing {
  nsPerOp: number
  note?: string
  /** What it is compared with, ns, and how many times that is allowed. */
  than?: { what: string; ns: number; times: number }
}

const LENGTH = 6 // ms of one measurement: short, so that some are not interrupted
const REPEATS = 60 // the quickest counts: everything else that runs here only adds
const [LEAST, PATIENCE] = [8, 1500] // repeats at least, even if they take longer than this, ms
const SEEKS = 32

/** Nanoseconds of one call. */
function timed(run: () => unknown): number {
  let count = 1
  let best = Number.POSITIVE_INFINITY
  const until = performance.now() + PATIENCE
  for (let k = 0; k < REPEATS + 3 && (k < LEAST || performance.now() < until); k++) {
    const began = performance.now()
    for (let n = 0; n < count; n++) run()
    const took = performance.now() - began
    if (k >= 3) best = Math.min(best, took / count)
    count = Math.max(1, Math.min(1e7, Math.round((count * LENGTH) / Math.max(took, 0.01))))
  }
  return best * 1e6
}

function ofDemo(demo: AnyDemo): Record<string, Timing> {
  const params = defaultsOf(demo.params)
  const run = () => {
    const timeline = new Timeline(demo, params)
    timeline.extend(timeline.steps)
    return timeline
  }
  const timeline = run()
  const seeks = () => {
    for (let k = 0; k < SEEKS; k++) timeline.state((k * 7919) % (timeline.last + 1)) // all over the run: some places cost more
  }
  return {
    [`${demo.meta.slug}: step`]: {
      nsPerOp: timed(run) / Math.max(1, timeline.last),
      note: `${timeline.last} steps and their readouts`,
    },
    [`${demo.meta.slug}: frame`]: { nsPerOp: timed(() => timeline.frame(timeline.last)) },
    [`${demo.meta.slug}: seek`]: { nsPerOp: timed(seeks) / SEEKS },
  }
}

const LONG = { slug: 'swav', params: { steps: 400, batch: 128 } } // steps as long as those of a training with 5,000

/** The worst of many seeks in a run with long steps: snapshots must keep the recomputed part short. */
async function longSeek(): Promise<Timing> {
  const demo = await loadDemo(LONG.slug)
  const timeline = new Timeline(demo, merge(demo.params, defaultsOf(demo.params), LONG.params))
  timeline.extend(timeline.steps)
  let worst = 0
  for (let k = 0; k < SEEKS; k++) {
    const began = performance.now()
    timeline.state((k * 7919) % (timeline.last + 1))
    worst = Math.max(worst, performance.now() - began)
  }
  const ms = timeline.spent / timeline.last
  return {
    nsPerOp: worst * 1e6,
    note: `worst of ${SEEKS}; ${timeline.snapshotCount} snapshots of ${timeline.last} steps of ${ms.toFixed(1)} ms`,
  }
}

export async function measure(): Promise<Record<string, Timing>> {
  const found: Record<string, Timing> = {}
  for (const make of kernels) {
    const { name, ops, run, note, c, same } = make()
    const nsPerOp = timed(run) / ops
    const than = c ? { what: 'C', ...c } : same && { what: same.kernel, ns: found[same.kernel]!.nsPerOp, times: same.times }
    found[name] = { nsPerOp, note, than }
  }
  for (const slug of slugs()) Object.assign(found, ofDemo(await loadDemo(slug)))
  found[`${LONG.slug}: seek in a long run`] = await longSeek()
  return found
}
