// Federated learning: in each round clients take K local steps from the server's x, and the server moves by their mean. With the gradient G of client i,
// FedAvg moves along G, FedAvg-M along βG + (1-β)g, SCAFFOLD along G - cᵢ + c, SCAFFOLD-M along β(G - cᵢ + c) + (1-β)g (Cheng, Huang, Wu, Yuan 2023). Then
// g ← Σ (x - xᵢ)/(η|S|K), x ← x - γg; participants keep cᵢ, the mean of their G, and c is the mean of all cᵢ.

export interface Server {
  /** The model and the last direction, [d]; the model of the round before, if there was one. */
  readonly x: Float64Array
  readonly g: Float64Array
  readonly last: Float64Array
  /** Control variates of all clients, [N, d], and their mean, [d]. */
  readonly own: Float64Array
  readonly all: Float64Array
}
export interface Rule {
  /** Local rate η, server's rate γ, local steps K. */
  readonly rate: number
  readonly serverRate: number
  readonly local: number
  /** Weight of the new gradient against the last direction; 1: no momentum. */
  readonly beta: number
  /** Whether clients subtract their control variate and add the mean of all. */
  readonly corrects: boolean
  /** Variance reduction: clients move along G(xᵢ) + (1-β)(g - G(x of the round before)), both with the same noise. */
  readonly reduced: boolean
}
/** Writes the gradient of a client at a place in its local step `k`. */
export type ClientGradient = (client: number, k: number, at: Float64Array, out: Float64Array) => void

export const startServer = (x: Float64Array, clients: number): Server => ({
  x: x.slice(),
  g: new Float64Array(x.length),
  last: x.slice(),
  own: new Float64Array(clients * x.length),
  all: new Float64Array(x.length),
})
export function copyServer(from: Server, to: Server): void {
  for (const key of ['x', 'g', 'last', 'own', 'all'] as const) to[key].set(from[key])
}

interface Workspace {
  readonly at: Float64Array
  readonly slope: Float64Array
  readonly old: Float64Array
  readonly mean: Float64Array
  readonly moved: Float64Array
  readonly change: Float64Array
}
const workspaces = new Map<number, Workspace>() // hold nothing between two rounds
function workspaceFor(d: number): Workspace {
  let found = workspaces.get(d)
  if (found === undefined) {
    const vector = () => new Float64Array(d)
    found = { at: vector(), slope: vector(), old: vector(), mean: vector(), moved: vector(), change: vector() }
    workspaces.set(d, found)
  }
  return found
}

/** One round in place with the clients `who`. Writes each one's places after 0, 1, … K local steps to `paths`, [who, K + 1, d], if given. */
export function federatedRound(
  server: Server,
  who: ArrayLike<number>,
  rule: Rule,
  gradient: ClientGradient,
  paths?: Float64Array,
): void {
  const { x, g, last, own, all } = server
  const { rate, serverRate, local, beta, corrects, reduced } = rule
  const d = x.length
  const clients = own.length / d
  const { at, slope, old, mean, moved, change } = workspaceFor(d)
  moved.fill(0)
  change.fill(0)
  for (let j = 0; j < who.length; j++) {
    const i = who[j]!
    at.set(x)
    mean.fill(0)
    paths?.set(at, j * (local + 1) * d)
    for (let k = 0; k < local; k++) {
      gradient(i, k, at, slope)
      if (reduced) gradient(i, k, last, old)
      for (let a = 0; a < d; a++) {
        mean[a]! += slope[a]! / local
        const fresh = corrects ? slope[a]! - own[i * d + a]! + all[a]! : slope[a]!
        const direction = reduced ? fresh + (1 - beta) * (g[a]! - old[a]!) : beta * fresh + (1 - beta) * g[a]!
        at[a]! -= rate * direction
      }
      paths?.set(at, (j * (local + 1) + k + 1) * d)
    }
    for (let a = 0; a < d; a++) {
      moved[a]! += x[a]! - at[a]!
      if (!corrects) continue
      change[a]! += (mean[a]! - own[i * d + a]!) / clients
      own[i * d + a] = mean[a]!
    }
  }
  last.set(x)
  for (let a = 0; a < d; a++) {
    g[a] = moved[a]! / (rate * who.length * local)
    x[a]! -= serverRate * g[a]!
    all[a]! += change[a]!
  }
}

/**
 * Where FedAvg comes to rest along one axis, with clients ½Σ aᵢ(x - bᵢ)²: Σ (1 - (1-ηaᵢ)ᴷ)(x - bᵢ) = 0. The optimum of their mean has the weights aᵢ
 * instead. FedAvg-M rests where FedAvg does at the rate βη, since its last direction g is 0 there.
 */
export function driftPoint(curvatures: ArrayLike<number>, centers: ArrayLike<number>, rate: number, local: number): number {
  let [sum, weights] = [0, 0]
  for (let i = 0; i < curvatures.length; i++) {
    let kept = 1
    for (let k = 0; k < local; k++) kept *= 1 - rate * curvatures[i]!
    sum += (1 - kept) * centers[i]!
    weights += 1 - kept
  }
  return sum / weights
}

/** Along one axis the optimum of the mean of ½ aᵢ(x - bᵢ)²: with one local step clients do not drift. */
export const meanOptimum = (curvatures: ArrayLike<number>, centers: ArrayLike<number>): number =>
  driftPoint(curvatures, centers, 1, 1)
