// The length of a vector on a scale-invariant loss, from the lengths of its steps alone (Heo et al. 2021, here with decay).
// With w' = c w - η u and D = w · p, where p ← β p + ∇f and ∇f ⟂ w:
//   ‖w'‖² = c² ‖w‖² + η² ‖u‖² - 2ηc D   (without the last term if the radial part of p was removed from u),
//   w' · p = c D - η ‖u‖², so D' = β (c D - η ‖u‖²).

export interface NormLaw {
  /** Predicted ‖w‖². */
  square: number
  /** Predicted w · p with the buffer p after the last step. */
  along: number
}

export const normLaw = (square: number): NormLaw => ({ square, along: 0 })

/** One update w ← keep · w - pace · u with ‖u‖² = `size`, u = p or its projection; `projectsBuffer`: p itself was projected. In place. */
export function advanceLaw(
  law: NormLaw,
  size: number,
  pace: number,
  keep: number,
  projected: boolean,
  beta: number,
  projectsBuffer = false,
): void {
  const along = beta * law.along // w · p: the gradient just added to p is tangent
  law.square = keep * keep * law.square + pace * pace * size - (projected ? 0 : 2 * pace * keep * along)
  law.along = (projected && projectsBuffer ? 0 : keep * along) - pace * size
}

/** Growth of ‖w‖² over η² ‖p‖² if all ‖p‖ are equal, or over a whole run that has come to rest: 1 + 2β/(1 - β). */
export const growthFactor = (beta: number): number => 1 + (2 * beta) / (1 - beta)
