// x ← x - γĝ(x) (SMoE), p ← μp + ĝ(x), x ← x - γp (MomentumSMoE), and AdamSMoE, on a watched token and a cloud of 150. One step is a layer. All methods have
// the same tokens and the same noise. Each token has its own memory.
import type { Point, Stepped } from '@/contract'
import { ADAM_LAYERS, adamLayers, choose, slopeOf, startChoice, suggest } from '@/domains/optim/experts'
import { gradientDescent, heavyBall, type Memory, startMemory, type Tuned, tuned } from '@/domains/optim/rules'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { EXPERTS, mixtureOf, type Params } from './params'

export { type Params, params } from './params'

export const METHODS = ['smoe', 'momentum', 'adam'] as const
export type Method = (typeof METHODS)[number]

export const CLOUD = 150
/** Token 0 is watched. Then comes the cloud, the pushed tokens first; at the end are copies of the pushed ones that were not pushed. */
const FIRST = 1
export const SETTLED = 0.05 // ‖ĝ‖ below which a token counts as settled
const FAR = 1e6 // a token farther away has diverged, and stays there
const SCATTER = 2 // standard deviation of the cloud along each axis

export interface Stack {
  /** Places of all tokens, [n, 2]. */
  readonly at: Float64Array
  readonly memory: Memory
  /** ĝ at these places, [n, 2], and the experts asked there, one bit each; those asked a layer before. */
  readonly slope: Float64Array
  readonly asked: Int32Array
  readonly askedBefore: Int32Array
}
export interface State extends Readonly<Record<Method, Stack>> {
  step: number
  readonly noise: Stream
  /** Along one direction of one expert, with the curvature σ: distance and memory without and with momentum. */
  readonly line: Float64Array
  readonly pushed: number
}
/** The parts of the watched token's next move: an arrow for each expert asked, the most trusted first, and one for the memory. */
export interface Move {
  readonly from: Point
  readonly parts: readonly { expert: number; weight: number; by: Point }[]
  readonly memory: Point
}
export interface Frame {
  /** Places of the cloud, [CLOUD, 2]. */
  readonly clouds: Readonly<Record<Method, Float64Array>>
  /** Shares of the cloud that ask each expert in the next layer, [experts]. */
  readonly loads: Readonly<Record<Method, Float64Array>>
  readonly moves: { readonly smoe: Move; readonly momentum: Move }
  readonly pushed: number
}

const tuningsOf = memoized(
  ({ gamma: rate, mu: beta, adamLayers: layers, kappa: shrink }: Params): Readonly<Record<Method, Tuned>> => ({
    smoe: tuned(gradientDescent, { rate }),
    momentum: tuned(heavyBall, { rate, beta }),
    adam: tuned(adamLayers, {
      ...ADAM_LAYERS,
      rate,
      beta,
      shrink,
      layers: layers === 'first' ? 1 : Number.POSITIVE_INFINITY,
    }),
  }),
)

/** The places where all tokens enter, [n, 2]. */
function entries(p: Params, pushed: number): Float64Array {
  const tokens = new Float64Array(2 * (FIRST + CLOUD + pushed))
  tokens.set(p.token)
  const draws = stream(p.seed, 'cloud')
  for (let k = 2 * FIRST; k < 2 * (FIRST + CLOUD); k++) tokens[k] = SCATTER * steadyNormal(draws)
  const directions = stream(p.seed, 'push')
  for (let i = 0; i < pushed; i++) {
    const [token, twin] = [2 * (FIRST + i), 2 * (FIRST + CLOUD + i)]
    const [x, y] = [steadyNormal(directions), steadyNormal(directions)]
    const length = Math.sqrt(x * x + y * y)
    tokens[twin] = tokens[token]!
    tokens[twin + 1] = tokens[token + 1]!
    tokens[token]! += (p.push * x) / length
    tokens[token + 1]! += (p.push * y) / length
  }
  return tokens
}

// noise of one layer; holds nothing between two
const draws = new Float64Array(2 * (FIRST + 2 * CLOUD))

/** Adds the noise to ĝ, so that the memory keeps it: a move of γ times as much is off by the noise. Unpushed copies have the noise of their token. */
function disturb({ slope }: Stack, { gamma }: Params): void {
  for (let k = 0; k < slope.length; k++) slope[k]! -= draws[k < 2 * (FIRST + CLOUD) ? k : k - 2 * CLOUD]! / gamma
}

/** Diverged tokens do not move any more. */
function hold({ at, slope, memory: { kept } }: Stack): void {
  for (let k = 0; k < at.length; k += 2)
    if (!(Math.abs(at[k]!) <= FAR && Math.abs(at[k + 1]!) <= FAR))
      for (const axis of [k, k + 1]) {
        slope[axis] = 0
        for (const vector of kept) vector[axis] = 0
      }
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const pushed = p.push > 0 ? Math.round(p.share * CLOUD) : 0
    const [mixture, tunings, tokens] = [mixtureOf(p), tuningsOf(p), entries(p, pushed)]
    const stackOf = (method: Method): Stack => {
      const [slope, asked] = [new Float64Array(tokens.length), new Int32Array(tokens.length / 2)]
      suggest(mixture, p.top, tokens, slope, asked)
      return {
        at: tokens.slice(),
        memory: startMemory(tunings[method].rule, tokens.length),
        slope,
        asked,
        askedBefore: asked.slice(),
      }
    }
    return {
      step: 0,
      smoe: stackOf('smoe'),
      momentum: stackOf('momentum'),
      adam: stackOf('adam'),
      noise: stream(p.seed, 'noise'),
      line: Float64Array.of(1, 0, 1, 0),
      pushed,
    }
  },
  step(s, p) {
    const [mixture, tunings] = [mixtureOf(p), tuningsOf(p)]
    s.step++
    if (p.noise > 0) for (let k = 0; k < 2 * (FIRST + CLOUD); k++) draws[k] = p.noise * steadyNormal(s.noise)
    for (const method of METHODS) {
      const stack = s[method]
      stack.askedBefore.set(stack.asked)
      if (p.noise > 0) disturb(stack, p)
      hold(stack)
      tunings[method].step(stack.at, stack.slope, stack.memory)
      suggest(mixture, p.top, stack.at, stack.slope, stack.asked)
    }
    stepLine(s.line, p.gamma * p.sigma, p.mu, p.noise > 0 ? draws[0]! : 0)
  },
  frame(s, p) {
    const each = <T>(of: (stack: Stack, method: Method) => T) =>
      Object.fromEntries(METHODS.map((method) => [method, of(s[method], method)])) as Record<Method, T>
    return {
      clouds: each(({ at }) => at.slice(2 * FIRST, 2 * (FIRST + CLOUD))),
      loads: each(loadsOf),
      moves: { smoe: moveOf(s.smoe, p, 0), momentum: moveOf(s.momentum, p, p.mu) },
      pushed: s.pushed,
    }
  },
  steps: (p) => p.layers,
  dt: () => 1,
  pace: (p) => Math.max(4, p.layers / 10),
}

/** One layer of both methods on a line: e ← e - p with p ← μp + ae - noise. `line`: distance and memory without, then with momentum. */
export function stepLine(line: Float64Array, a: number, mu: number, noise: number): void {
  for (const [k, beta] of [0, mu].entries()) {
    const [e, p] = [2 * k, 2 * k + 1]
    line[p] = beta * line[p]! + a * line[e]! - noise
    const next = line[e]! - line[p]!
    if (Math.abs(next) <= FAR) line[e] = next
    else line[p] = 0 // diverged: it stays
  }
}

function loadsOf({ asked }: Stack): Float64Array {
  const shares = new Float64Array(EXPERTS)
  for (let n = FIRST; n < FIRST + CLOUD; n++)
    for (let i = 0; i < shares.length; i++) if (asked[n]! & (1 << i)) shares[i]! += 1 / CLOUD
  return shares
}

const choice = startChoice() // holds nothing between two calls

function moveOf({ at, memory: { kept } }: Stack, p: Params, mu: number): Move {
  const from: Point = [at[0]!, at[1]!]
  const mixture = mixtureOf(p)
  choose(mixture, p.top, ...from, choice)
  const parts = Array.from({ length: p.top }, (_, rank) => {
    const [expert, weight] = [choice.experts[rank]!, choice.weights[rank]!]
    const [x, y] = slopeOf(mixture, expert, ...from)
    return { expert, weight, by: [-p.gamma * weight * x, -p.gamma * weight * y] as const }
  })
  const velocity = kept[0] ?? [0, 0]
  return { from, parts, memory: [-p.gamma * mu * velocity[0]!, -p.gamma * mu * velocity[1]!] }
}

const norms = new Float64Array(CLOUD) // holds nothing between two calls

const sizeAt = ({ slope: g }: Stack, n: number): number => Math.sqrt(g[2 * n]! * g[2 * n]! + g[2 * n + 1]! * g[2 * n + 1]!)

/** Median of ‖ĝ‖ over the cloud. */
export function medianSlope(stack: Stack): number {
  for (let n = 0; n < CLOUD; n++) norms[n] = sizeAt(stack, FIRST + n)
  norms.sort()
  return (norms[CLOUD / 2 - 1]! + norms[CLOUD / 2]!) / 2
}
/** ‖ĝ‖ at the watched token. */
export const tokenSlope = (stack: Stack): number => sizeAt(stack, 0)

const shareOf = (holds: (n: number) => boolean): number => {
  let count = 0
  for (let n = FIRST; n < FIRST + CLOUD; n++) if (holds(n)) count++
  return count / CLOUD
}
export const settledShare = (stack: Stack): number => shareOf((n) => sizeAt(stack, n) < SETTLED)
/** Share of the cloud that asks other experts than a layer before. */
export const changedShare = ({ asked, askedBefore }: Stack): number => shareOf((n) => asked[n] !== askedBefore[n])

const ELSEWHERE = 0.5
/** The share of the pushed tokens that are farther than 0.5 from their unpushed copies; null if none was pushed. */
export function elsewhereShare({ at }: Stack, pushed: number): number | null {
  if (pushed === 0) return null
  let count = 0
  for (let i = 0; i < pushed; i++) {
    const [token, twin] = [2 * (FIRST + i), 2 * (FIRST + CLOUD + i)]
    const [dx, dy] = [at[token]! - at[twin]!, at[token + 1]! - at[twin + 1]!]
    if (dx * dx + dy * dy > ELSEWHERE * ELSEWHERE) count++
  }
  return count / pushed
}
