// Players that learn: linear kernels on the hands, trained by gradient descent on the physics loss of the joined field alone.
import { join, split } from './stagger'

/** u_t = L u with L = -c·∇ + ν Δ in centred differences on N × N points of a box of side 2π. */
export interface Equation {
  side: number
  dt: number
  nu: number
  cx: number
  cy: number
}

/** Kernels [k, s, s, 2R + 1, 2R + 1]: player (a, b) of slot τ answers Σ K[da, db] · its hand shifted by (da, db). */
export interface Team {
  s: number
  slots: number
  radius: number
  weights: Float64Array
}

/** Every player passes on what it sees: 1 in the middle, 0 elsewhere. */
export function untrained(s: number, slots: number, radius: number): Team {
  const size = (2 * radius + 1) ** 2
  const weights = new Float64Array(slots * s * s * size)
  for (let kernel = 0; kernel < slots * s * s; kernel++) weights[kernel * size + (size >> 1)] = 1
  return { s, slots, radius, weights }
}

/** out = L u; `direction` -1 gives the transpose, which drifts backwards. */
export function applyL({ side, nu, cx, cy }: Equation, u: Float64Array, out: Float64Array, direction = 1): void {
  const h = (2 * Math.PI) / side
  const [ax, ay, d] = [(direction * cx) / (2 * h), (direction * cy) / (2 * h), nu / (h * h)]
  for (let i = 0; i < side; i++) {
    const up = ((i + 1) % side) * side
    const down = ((i + side - 1) % side) * side
    for (let j = 0; j < side; j++) {
      const right = (j + 1) % side
      const left = (j + side - 1) % side
      const east = u[up + j]!
      const west = u[down + j]!
      const north = u[i * side + right]!
      const south = u[i * side + left]!
      const middle = u[i * side + j]!
      out[i * side + j] = d * (east + west + north + south - 4 * middle) - ax * (east - west) - ay * (north - south)
    }
  }
}

/** Workspace for a training step on fields [F, N, N], made once; only the dealt fields last between steps. */
export interface TrainingWorkspace {
  equation: Equation
  /** Fields as they are, and dealt. */
  fields: readonly Float64Array[]
  hands: readonly Float64Array[]
  /** û_1 … û_k, and their residuals r_1 … r_k. */
  answers: Float64Array[]
  residuals: Float64Array[]
  work: Float64Array
  dealt: Float64Array
  gradient: Float64Array
}
export function workspaceFor(
  equation: Equation,
  team: Pick<Team, 's' | 'slots' | 'radius'>,
  fields: readonly Float64Array[],
): TrainingWorkspace {
  const zeros = () => new Float64Array(equation.side ** 2)
  const hands = fields.map((field) => {
    const out = zeros()
    split(field, equation.side, team.s, out)
    return out
  })
  return {
    equation,
    fields,
    hands,
    answers: Array.from({ length: team.slots }, zeros),
    residuals: Array.from({ length: team.slots }, zeros),
    work: zeros(),
    dealt: zeros(),
    gradient: new Float64Array(team.slots * team.s ** 2 * (2 * team.radius + 1) ** 2),
  }
}

/** The answers of the players of slot `slot` (0-based) to the dealt field `hands`, joined into `out`; `dealt` is scratch. */
export function answer(
  team: Team,
  slot: number,
  side: number,
  hands: Float64Array,
  dealt: Float64Array,
  out: Float64Array,
): void {
  const { s, radius, weights } = team
  const n = side / s
  const width = 2 * radius + 1
  const apart = Math.min(width, n) // a hand is periodic: shifts by n more are the same
  dealt.fill(0)
  for (let hand = 0; hand < s * s; hand++) {
    const kernel = (slot * s * s + hand) * width * width
    for (let row = 0; row < apart; row++) {
      for (let column = 0; column < apart; column++) {
        let weight = 0
        for (let a = row; a < width; a += n) for (let b = column; b < width; b += n) weight += weights[kernel + a * width + b]!
        addShifted(dealt, hands, hand * n * n, n, mod(row - radius, n), mod(column - radius, n), weight)
      }
    }
  }
  join(dealt, side, s, out)
}
const mod = (value: number, n: number) => ((value % n) + n) % n

type Hands = Float64Array
/** to[p, q] += weight · from[p - a, q - b] on the periodic hand [n, n] at `at`; 0 ≤ a, b < n. */
function addShifted(to: Hands, from: Hands, at: number, n: number, a: number, b: number, weight: number): void {
  for (let p = 0; p < n; p++) {
    const row = at + p * n
    const source = at + (p < a ? p - a + n : p - a) * n - b
    for (let q = 0; q < b; q++) to[row + q]! += weight * from[source + q + n]!
    for (let q = b; q < n; q++) to[row + q]! += weight * from[source + q]!
  }
}

/** Σ left[p, q] · right[p - a, q - b] */
function timesShifted(left: Hands, right: Hands, at: number, n: number, a: number, b: number): number {
  let sum = 0
  for (let p = 0; p < n; p++) {
    const row = at + p * n
    const source = at + (p < a ? p - a + n : p - a) * n - b
    for (let q = 0; q < b; q++) sum += left[row + q]! * right[source + q + n]!
    for (let q = b; q < n; q++) sum += left[row + q]! * right[source + q]!
  }
  return sum
}

/** Mean over fields, slots and points of ((û_τ - û_{τ-1})/dt - L(û_τ + û_{τ-1})/2)², with its gradient in `workspace.gradient`. */
export function physicsLoss(team: Team, workspace: TrainingWorkspace): number {
  const { equation, fields, hands, answers, residuals, work, dealt, gradient } = workspace
  const { side, dt } = equation
  const { s, slots, radius } = team
  const count = side * side
  const n = side / s
  const width = 2 * radius + 1
  const apart = Math.min(width, n)
  const scale = 1 / (fields.length * slots * count)
  gradient.fill(0)
  let loss = 0
  for (let f = 0; f < fields.length; f++) {
    const hand = hands[f]!
    for (let slot = 0; slot < slots; slot++) {
      const after = answers[slot]!
      const before = slot === 0 ? fields[f]! : answers[slot - 1]!
      const residual = residuals[slot]!
      answer(team, slot, side, hand, dealt, after)
      for (let at = 0; at < count; at++) work[at] = after[at]! + before[at]!
      applyL(equation, work, residual)
      for (let at = 0; at < count; at++) {
        residual[at] = (after[at]! - before[at]!) / dt - residual[at]! / 2
        loss += residual[at]! ** 2 * scale
      }
    }
    for (let slot = 0; slot < slots; slot++) {
      // ∂/∂û_τ: r_τ/dt - Lᵀr_τ/2 from its own equation, -(r/dt + Lᵀr/2) with the r of the next one
      const own = answers[slot]! // not needed any more: the next slot's residual is known
      applyL(equation, residuals[slot]!, work, -1)
      for (let at = 0; at < count; at++) own[at] = residuals[slot]![at]! / dt - work[at]! / 2
      if (slot + 1 < slots) {
        applyL(equation, residuals[slot + 1]!, work, -1)
        for (let at = 0; at < count; at++) own[at]! -= residuals[slot + 1]![at]! / dt + work[at]! / 2
      }
      split(own, side, s, dealt)
      for (let player = 0; player < s * s; player++) {
        const kernel = (slot * s * s + player) * width * width
        for (let row = 0; row < apart; row++) {
          for (let column = 0; column < apart; column++) {
            const sum = timesShifted(dealt, hand, player * n * n, n, mod(row - radius, n), mod(column - radius, n))
            for (let a = row; a < width; a += n) {
              for (let b = column; b < width; b += n) gradient[kernel + a * width + b]! += 2 * scale * sum
            }
          }
        }
      }
    }
  }
  return loss
}

/** One step of plain gradient descent along `gradient`. */
export function descend(team: Team, gradient: Float64Array, rate: number): void {
  for (let w = 0; w < team.weights.length; w++) team.weights[w]! -= rate * gradient[w]!
}

/** Largest difference between the kernels of any player and those of the first one, slot by slot. */
export function disagreement({ s, radius, weights }: Team): number {
  const size = (2 * radius + 1) ** 2
  let most = 0
  for (let at = 0; at < weights.length; at++) {
    const first = Math.floor(at / (s * s * size)) * s * s * size + (at % size)
    most = Math.max(most, Math.abs(weights[at]! - weights[first]!))
  }
  return most
}

/** Factor by which player (slot, hand) multiplies the wave κ on its coarse grid of spacing `spacing`: Σ K e^{-i κ·(a, b) spacing}. */
export function multiplier(
  { s, radius, weights }: Team,
  slot: number,
  hand: number,
  kx: number,
  ky: number,
  spacing: number,
): readonly [re: number, im: number] {
  const width = 2 * radius + 1
  let [re, im] = [0, 0]
  for (let a = -radius; a <= radius; a++) {
    for (let b = -radius; b <= radius; b++) {
      const weight = weights[((slot * s * s + hand) * width + a + radius) * width + b + radius]!
      const angle = -(kx * a + ky * b) * spacing
      re += weight * Math.cos(angle)
      im += weight * Math.sin(angle)
    }
  }
  return [re, im]
}

/** The factor that minimizes the loss at wave k: ((1 + λdt/2)/(1 - λdt/2))^τ with λ = the eigenvalue of L (Crank-Nicolson). */
export function askedFor(
  { side, dt, nu, cx, cy }: Equation,
  tau: number,
  kx: number,
  ky: number,
): readonly [re: number, im: number] {
  const h = (2 * Math.PI) / side
  const [x, y] = [kx * h, ky * h]
  const real = ((nu * (2 * Math.cos(x) + 2 * Math.cos(y) - 4)) / (h * h)) * (dt / 2)
  const imaginary = -((cx * Math.sin(x) + cy * Math.sin(y)) / h) * (dt / 2)
  const size = ((1 + real) ** 2 + imaginary ** 2) / ((1 - real) ** 2 + imaginary ** 2)
  const angle = Math.atan2(imaginary, 1 + real) + Math.atan2(imaginary, 1 - real)
  return [size ** (tau / 2) * Math.cos(tau * angle), size ** (tau / 2) * Math.sin(tau * angle)]
}
