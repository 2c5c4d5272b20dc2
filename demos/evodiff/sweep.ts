// The error of each solver against the calls of the model: whole runs of all samples.
import type { Computed, Needed } from '@/contract'
import { type Lane as Line, type Row, sweep } from '@/numerics/sweep'
import { errorOf, startLanes, stepLane } from './lanes'
import { type Maps, unitOf } from './model'
import { LANES, type Lane, type Params, params } from './params'
import { LARGEST, noiseOf, problemOf } from './problem'

const { min, max } = params.calls
/** All counts of the chart. */
export const CALLS: readonly number[] = Array.from({ length: max - min + 1 }, (_, k) => min + k)

interface Trial {
  lane: Lane
  params: Params
}
const kept = new Map<string, number>()

/** What a run of a solver depends on. */
function keyOf({ lane, params: p }: Trial) {
  const { tab, calls, grid, denoise, seed, data, spread, width, centre, moved } = p
  const own = lane === 'evodiff' ? [p.balance, p.reach, p.eta, p.zeta, p.corrects, p.ending] : []
  return [lane, calls, grid, denoise, ...(tab === 'patches' ? [seed] : [data, spread, width, centre, moved]), ...own]
}

export const sweepMap: Computed<Params, readonly Row<number>[], Maps> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 100,
  needs: ['truth'],
  uses: [
    ...(['tab', 'grid', 'denoise', 'seed', 'data', 'spread', 'width', 'centre', 'moved'] as const),
    ...(['balance', 'reach', 'eta', 'zeta', 'corrects', 'ending'] as const),
  ],
  *compute(p, { truth }: Needed<Maps>) {
    const lanes = LANES.map(
      (lane): Line<Trial> => ({
        name: lane,
        values: CALLS,
        params: (calls) => ({ lane, params: { ...p, calls } }),
      }),
    )
    return yield* sweep<Trial, number>(lanes, {
      *run({ lane, params: own }) {
        const problem = problemOf(own)
        const states = startLanes(
          noiseOf(own).map((z) => LARGEST * z),
          problem,
        )
        for (let k = 1; k <= own.calls; k++) {
          stepLane(states, lane, problem, k)
          if (k % 8 === 0) yield k / own.calls
        }
        return truth ? errorOf(states[lane].x, truth.ends, problem.dim) / unitOf(own) : Number.NaN
      },
      cost: ({ params: own }) => own.calls,
      key: keyOf,
      kept,
    })
  },
}
