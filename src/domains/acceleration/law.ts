// What moves a particle of momentum χ = p/p₀ through turbulence: diffusion D = χ^q, gain g and losses b χ^r, and what takes it away. In y = ln χ the
// number n of particles per unit of y obeys ∂n/∂t = -∂J/∂y - n/τ_esc - n/τ_cat + Q with J = V n - K ∂n/∂y, K = χ^(q-2), V = 3K + g - b χ^(r-1).
// Times are in units of χ²/D at χ = 1.

export interface Law {
  /** Index of the turbulence: 5/3 Kolmogorov, 3/2 Kraichnan, 2 hard spheres. */
  q: number
  /** Strength and index of the losses; 0: none. */
  b: number
  r: number
  /** Rate of a linear gain. */
  gain: number
  /** τ_esc = tau0 χ^delta; infinite: nothing escapes. */
  tau0: number
  delta: number
  /** τ_cat = tauC χ^epsilon; infinite: nothing is destroyed. */
  tauC: number
  epsilon: number
  /** Range of the turbulence, χ; nothing flows through its ends. */
  low: number
  high: number
}

/** K at y = ln χ, 1/time. */
export const diffusionAt = ({ q }: Law, y: number): number => Math.exp((q - 2) * y)
/** Rate of ln χ by gain and losses, 1/time. */
export const changeAt = ({ gain, b, r }: Law, y: number): number => (b > 0 ? gain - b * Math.exp((r - 1) * y) : gain)
/** V: the factor 3 is the geometry of momentum space, in which shells grow with χ². */
export const driftAt = (law: Law, y: number): number => 3 * diffusionAt(law, y) + changeAt(law, y)
/** Rates of escape and of destruction, 1/time; 0 where the time is infinite. */
export const escapeAt = ({ tau0, delta }: Law, y: number): number => Math.exp(-delta * y) / tau0
export const destroyAt = ({ tauC, epsilon }: Law, y: number): number => Math.exp(-epsilon * y) / tauC
export const removalAt = (law: Law, y: number): number => escapeAt(law, y) + destroyAt(law, y)
export const isClosed = ({ tau0, tauC }: Law): boolean => tau0 === Number.POSITIVE_INFINITY && tauC === Number.POSITIVE_INFINITY

/** e = r + 1 - q: losses win at high χ if it is positive. */
export const excess = ({ q, r }: Law): number => r + 1 - q
/** Where the time of acceleration χ²/D is the time of losses χ/|χ̇|, gain apart; null: losses never win. */
export function equilibrium(law: Law): number | null {
  const e = excess(law)
  return law.b > 0 && e > 0 ? law.b ** (-1 / e) : null
}
