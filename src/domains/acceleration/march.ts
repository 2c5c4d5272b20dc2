// The steady state without a matrix. The flux per particle ρ = J/n obeys Riccati's equation ρ′ = -k - ρ(V - ρ)/K, k the rate of removal. It is 0 at both
// walls and stable from either wall towards the place of injection, where J jumps by the rate of injection, 1 = n (ρ above - ρ below); and
// (ln n)′ = (V - ρ)/K. Each short step is exact for constant V, K and k, so that steep losses need no shorter ones: order 2.
import { diffusionAt, driftAt, isClosed, type Law, removalAt } from './law'

interface Place {
  /** Flux per particle. */
  flux: number
  /** ln n up to a constant. */
  log: number
}

/** Moves along a step of length h in y with the middle at `y`: upwards, or downwards (`way` -1). */
function move(at: Place, law: Law, y: number, h: number, way: 1 | -1): void {
  const [K, V, k] = [diffusionAt(law, y), driftAt(law, y), removalAt(law, y)]
  const S = Math.sqrt(V * V + 4 * k * K)
  // both fixed points of ρ, without cancellation: their sum is V, their product -kK
  const upper = V > 0 ? (V + S) / 2 : (2 * k * K) / (S - V)
  const lower = V > 0 ? (-2 * k * K) / (S + V) : (V - S) / 2
  const [u, v] = [at.flux - lower, upper - at.flux]
  const exponent = (-S * h) / K
  const e = Math.exp(exponent)
  if (way > 0) {
    const sum = v + u * e
    at.log += (upper * h) / K + (sum > 0 ? Math.log(sum / S) : exponent)
    if (sum > 0) at.flux = (lower * v + upper * u * e) / sum
  } else {
    const sum = u + v * e
    at.log -= (lower * h) / K - (sum > 0 ? Math.log(sum / S) : exponent)
    if (sum > 0) at.flux = (lower * v * e + upper * u) / sum
  }
}

/**
 * ln n at the rising places `ys` inside the range of the law, for a unit rate of injection at y = `inj`; for a law that removes nothing up to a constant.
 * Between two places there are `parts` steps.
 */
export function marchedLog(law: Law, inj: number, ys: Float64Array, parts = 8): Float64Array {
  const out = new Float64Array(ys.length)
  const walk = (from: number, to: number, at: Place, way: 1 | -1) => {
    const h = Math.abs(to - from) / parts
    for (let k = 0; k < parts; k++) move(at, law, from + way * (k + 0.5) * h, h, way)
  }
  let split = 0
  while (split < ys.length && ys[split]! <= inj) split++
  const [below, above]: [Place, Place] = [
    { flux: 0, log: 0 },
    { flux: 0, log: 0 },
  ]
  let y = Math.log(law.low)
  for (let i = 0; i < split; i++) {
    walk(y, ys[i]!, below, 1)
    y = ys[i]!
    out[i] = below.log
  }
  walk(y, inj, below, 1)
  y = Math.log(law.high)
  for (let i = ys.length - 1; i >= split; i--) {
    walk(y, ys[i]!, above, -1)
    y = ys[i]!
    out[i] = above.log
  }
  walk(y, inj, above, -1)
  const here = isClosed(law) ? 0 : -Math.log(above.flux - below.flux)
  for (let i = 0; i < ys.length; i++) out[i]! += here - (i < split ? below.log : above.log)
  return out
}
