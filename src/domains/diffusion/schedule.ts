// Noise levels of samplers, by step: from the largest σ to 0. N levels and a final 0 make N updates. And levels of training by time, as ᾱ.

/** σ = √((1 - ᾱ)/ᾱ) at the training times 0 to levels - 1 of the scaled-linear schedule: √β grows linearly. Stable Diffusion's values. */
export function scaledLinearSigmas(levels = 1000, first = 0.000_85, last = 0.012): Float64Array {
  const sigmas = new Float64Array(levels)
  let alphaBar = 1
  for (let t = 0; t < levels; t++) {
    const root = Math.sqrt(first) + (t / (levels - 1)) * (Math.sqrt(last) - Math.sqrt(first))
    alphaBar *= 1 - root * root
    sigmas[t] = Math.sqrt((1 - alphaBar) / alphaBar)
  }
  return sigmas
}

/** `updates` training times evenly from the last to 0, their σ interpolated linearly in `table` (by time), then 0: [updates + 1]. */
export function evenTimeGrid(updates: number, table = scaledLinearSigmas()): Float64Array {
  const last = table.length - 1
  const grid = new Float64Array(updates + 1)
  for (let i = 0; i < updates; i++) {
    const time = updates === 1 ? last : last * (1 - i / (updates - 1))
    const low = Math.min(Math.floor(time), last - 1)
    grid[i] = table[low]! + (time - low) * (table[low + 1]! - table[low]!)
  }
  return grid
}

/** Karras's grid: σ^{1/ρ} falls evenly from `largest` to `smallest`, then 0: [updates + 1]. */
export function karrasGrid(updates: number, largest = 80, smallest = 0.002, rho = 7): Float64Array {
  const grid = new Float64Array(updates + 1)
  const top = largest ** (1 / rho)
  const bottom = smallest ** (1 / rho)
  for (let i = 0; i < updates; i++) grid[i] = (top + (updates === 1 ? 0 : i / (updates - 1)) * (bottom - top)) ** rho
  return grid
}

/** ᾱ = Π(1 - β) at the training times 0 to levels - 1, β growing linearly: the schedule of DDPM. */
export function linearAlphaBars(levels = 1000, first = 1e-4, last = 0.02): Float64Array {
  const bars = new Float64Array(levels)
  let alphaBar = 1
  for (let t = 0; t < levels; t++) {
    alphaBar *= 1 - (first + (t / (levels - 1)) * (last - first))
    bars[t] = alphaBar
  }
  return bars
}

/** Training times of a sampler, from the highest down to 0: every ⌊levels/wanted⌋-th, so there may be more of them than wanted. */
export function strideTimes(wanted: number, levels = 1000): number[] {
  const stride = Math.max(1, Math.floor(levels / wanted))
  return Array.from({ length: Math.ceil(levels / stride) }, (_, k) => k * stride).reverse()
}
