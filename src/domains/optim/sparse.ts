// What a worker sends of its gradient, and what it keeps for later: deep gradient compression (Lin et al. 2018, arXiv 1712.01887) and the simpler schemes
// that it builds on. All arrays have d numbers, one for each weight.
import { steadyPower } from '@/numerics/steady'

export interface Scheme {
  /** Only the largest entries are sent. */
  readonly sparse: boolean
  /** What is not sent stays in the accumulator v. */
  readonly banks: boolean
  /** The worker adds momentum before accumulation. Otherwise the server adds it to what arrives. */
  readonly corrects: boolean
  /** An entry that is sent loses its momentum. */
  readonly masks: boolean
}
export const SCHEMES = {
  dense: { sparse: false, banks: false, corrects: false, masks: false },
  drop: { sparse: true, banks: false, corrects: false, masks: false },
  accumulate: { sparse: true, banks: true, corrects: false, masks: false },
  correction: { sparse: true, banks: true, corrects: true, masks: false },
  dgc: { sparse: true, banks: true, corrects: true, masks: true },
} as const satisfies Record<string, Scheme>
export type SchemeName = keyof typeof SCHEMES

export interface MomentumForm {
  readonly beta: number
  /** Nesterov's form, as released. */
  readonly ahead: boolean
}
/** u ← βu + g, and g becomes u; ahead: u ← β(u + g), and g becomes u + g. In place. */
export function addMomentum(u: Float64Array, g: Float64Array, { beta, ahead }: MomentumForm): void {
  for (let i = 0; i < u.length; i++) {
    if (ahead) {
      u[i] = beta * (u[i]! + g[i]!)
      g[i]! += u[i]!
    } else {
      u[i] = beta * u[i]! + g[i]!
      g[i] = u[i]!
    }
  }
}

export interface Worker {
  /** Momentum, and the accumulated part that is still to be sent. */
  readonly u: Float64Array
  readonly v: Float64Array
  /** The last message: its values, 0 elsewhere, and which entries it had. */
  readonly sent: Float64Array
  readonly chosen: Uint8Array
}
export const startWorker = (size: number): Worker => ({
  u: new Float64Array(size),
  v: new Float64Array(size),
  sent: new Float64Array(size),
  chosen: new Uint8Array(size),
})

/** Marks which of the values are sent, and counts them. */
export type Choose = (values: Float64Array, chosen: Uint8Array) => number

/** One step of a worker: adds a gradient, which is overwritten by what enters the accumulator, and writes its message. Returns the number of values sent. */
export function post(worker: Worker, gradient: Float64Array, scheme: Scheme, momentum: MomentumForm, choose: Choose): number {
  const { u, v, sent, chosen } = worker
  if (scheme.corrects) addMomentum(u, gradient, momentum)
  for (let i = 0; i < v.length; i++) v[i] = scheme.banks ? v[i]! + gradient[i]! : gradient[i]!
  if (!scheme.sparse) chosen.fill(1)
  const count = scheme.sparse ? choose(v, chosen) : v.length
  for (let i = 0; i < v.length; i++) {
    sent[i] = chosen[i] ? v[i]! : 0
    if (chosen[i] || !scheme.banks) v[i] = 0
    if (chosen[i] && scheme.masks) u[i] = 0
  }
  return count
}

/** The k-th largest of the first `count` values, which are reordered (Hoare's selection). */
function kthLargest(values: Float64Array, count: number, k: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const pivot = values[(low + high) >> 1]!
    let [i, j] = [low, high]
    while (i <= j) {
      while (values[i]! > pivot) i++
      while (values[j]! < pivot) j--
      if (i > j) break
      const swapped = values[i]!
      values[i++] = values[j]!
      values[j--] = swapped
    }
    if (k - 1 <= j) high = j
    else if (k - 1 >= i) low = i
    else break
  }
  return values[k - 1]!
}

/** The k entries of largest modulus; among equals the first. `work` is overwritten. */
export function chooseLargest(values: Float64Array, k: number, chosen: Uint8Array, work: Float64Array): number {
  for (let i = 0; i < values.length; i++) work[i] = Math.abs(values[i]!)
  const threshold = kthLargest(work, values.length, k)
  let equal = k
  for (let i = 0; i < values.length; i++) {
    chosen[i] = Math.abs(values[i]!) > threshold ? 1 : 0
    equal -= chosen[i]!
  }
  for (let i = 0; i < values.length && equal > 0; i++)
    if (Math.abs(values[i]!) === threshold) {
      chosen[i] = 1
      equal--
    }
  return k
}

const [MORE, LESS, CORRECTIONS] = [1.3, 0.8, 10] as const // of the released program

/**
 * About k entries, by a threshold from every `stride`-th value from `start` on, as released. If it leaves fewer than 0.8 k, it is lowered, at most ten
 * times. If it leaves more than 1.3 k, the k largest of them are taken, otherwise the first k. `work` is overwritten.
 */
export function chooseBySample(
  values: Float64Array,
  k: number,
  chosen: Uint8Array,
  work: Float64Array,
  start: number,
  stride: number,
): number {
  let samples = 0
  for (let i = start; i < values.length; i += stride) work[samples++] = Math.abs(values[i]!)
  let threshold = kthLargest(work, samples, Math.ceil((samples * k) / values.length))
  for (let correction = 0; correction < CORRECTIONS; correction++) {
    let found = 0
    for (let i = 0; i < values.length; i++) if (Math.abs(values[i]!) >= threshold) found++
    if (found > MORE * k) return chooseLargest(values, k, chosen, work)
    if (found >= LESS * k) break
    threshold *= LESS
  }
  let count = 0
  for (let i = 0; i < values.length; i++) {
    chosen[i] = count < k && Math.abs(values[i]!) >= threshold ? 1 : 0
    count += chosen[i]!
  }
  return count
}

/** How many of `size` values a ratio means: at least one. */
export const countOf = (size: number, ratio: number): number => Math.max(1, Math.min(size, Math.ceil(size * ratio - 1e-9)))

export const WARM_UPS = ['off', 'paper', 'code'] as const
export type WarmUp = (typeof WARM_UPS)[number]
/** Shares of the entries sent in the epochs of the paper's warm-up. */
const PAPER_RATIOS = [0.25, 0.0625, 0.015625, 0.004, 0.001] as const
export const WARM_UP_EPOCHS = PAPER_RATIOS.length

/** Share of the entries sent in an epoch, from 0 on: `ratio` after the warm-up. The released program has ratio^((e+1)/(E+1)). */
export function ratioAt(rule: WarmUp, epoch: number, ratio: number): number {
  if (rule === 'off' || epoch >= WARM_UP_EPOCHS) return ratio
  return Math.max(ratio, rule === 'paper' ? PAPER_RATIOS[epoch]! : steadyPower(ratio, (epoch + 1) / (WARM_UP_EPOCHS + 1)))
}
