// The learning-rate window: whole races of each method with each rate of a logarithmic grid. A rate works if f ends below `LOW`.
import { atOnce, type Computed } from '@/contract'
import { ADAN, clip } from '@/domains/optim/adaptive'
import { startMemory } from '@/domains/optim/rules'
import { stream } from '@/numerics/random'
import { type Lane, type Row, sweep } from '@/numerics/sweep'
import { clipOf, METHODS, type Method, methodOf, type Params, surfaceOf } from './params'
import { drawNoise, LOW } from './race'

/** log₁₀ of the grid: its ends, and the distance between neighbours. */
export const [FIRST, LAST, SPACING] = [-5, 0.5, 0.1]
/** A power of ten to 14 digits: engines differ in the last bit, and at large rates the last bit decides where a run is when it is stopped. */
export const rateAt = (exponent: number): number => Number((10 ** exponent).toPrecision(14))
export const GRID: readonly number[] = Array.from({ length: Math.round((LAST - FIRST) / SPACING) + 1 }, (_, k) =>
  rateAt(FIRST + SPACING * k),
)

/** Exponents of the ends that the chart draws. */
export const RANGE = [-12, 4] as const

/** Length of the races: long enough for the slow ones to arrive, short enough to make a difference. */
export const LENGTHS: Readonly<Record<Params['surface'], number>> = { rosenbrock: 2000, beale: 2000, valley: 800 }
const NOISY_SEEDS = 5
const FAR = 1e6 // as in the race

type Trial = Params & { readonly method: Method; readonly rate: number }

// hold nothing between two calls
const place = new Float64Array(2)
const gradient = new Float64Array(2)
const draw = new Float64Array(2)

/** f at the end of a race of one method; infinite if it diverged. */
export function endOf(p: Params, method: Method, rate: number): number {
  const f = surfaceOf(p)
  const one = methodOf(p, method, rate)
  const [at, memory, noise] = [Float64Array.from(p.start), startMemory(one.rule, 2), stream(p.seed, 'noise')]
  for (let k = 0; k < LENGTHS[p.surface]; k++) {
    drawNoise(noise, p, draw)
    one.place(at, memory, place)
    f.gradient(place[0]!, place[1]!, gradient)
    gradient[0]! += draw[0]!
    gradient[1]! += draw[1]!
    clip(gradient, clipOf(p, method), ADAN.epsilon)
    one.step(at, gradient, memory)
    if (!(Math.hypot(at[0]!, at[1]!) <= FAR)) return Number.POSITIVE_INFINITY
  }
  return f.value(at[0]!, at[1]!)
}

export const works = (end: number): boolean => end < LOW
/** How many rates of the grid work. */
export const workingRates = (p: Params, method: Method): number => GRID.filter((rate) => works(endOf(p, method, rate))).length

const lanesOf = (p: Params): Lane<Trial>[] =>
  METHODS.map((method) => ({
    name: method,
    values: GRID,
    seeds: () => (p.noise === 0 ? 1 : NOISY_SEEDS),
    params: (rate, seed) => ({ ...p, method, rate, seed: (p.seed + seed) >>> 0 }),
  }))

/** All that the end of a race of one method depends on. */
const keyOf = ({
  method,
  rate,
  surface,
  start,
  noise,
  seed,
  mu,
  beta1,
  beta2,
  beta3,
  decay,
  decayForm,
  clip,
  difference,
}: Trial) => [
  ...[method, rate, surface, start, noise, noise === 0 ? 0 : seed],
  ...(method === 'adan' ? [beta1, beta2, beta3, decay, decayForm, clip, difference] : method === 'adam' ? [decay] : [mu]),
]

const kept = new Map<string, number>()

export const window: Computed<Params, readonly Row<number>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 150,
  uses: [
    ...(['surface', 'start', 'noise', 'seed', 'mu'] as const),
    ...(['beta1', 'beta2', 'beta3', 'decay', 'decayForm', 'clip', 'difference'] as const),
  ],
  when: (p) => p.tab === 'race',
  compute: (p) =>
    sweep(lanesOf(p), {
      run: atOnce((trial) => endOf(trial, trial.method, trial.rate)),
      key: keyOf,
      kept,
    }),
}
