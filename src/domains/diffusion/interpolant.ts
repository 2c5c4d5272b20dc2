// x_t = a x0 + b x1 + γ z: how a sample of one cloud, a sample of another and normal noise z are mixed at time t in [0, 1].
// Albergo, Boffi and Vanden-Eijnden 2023, sections 2 and 4.

export const PATHS = ['linear', 'trig', 'encoding-decoding', 'one-sided', 'one-sided-trig', 'mirror'] as const
export const LATENTS = ['brownian', 'bsquared', 'sinesquared', 'sigmoid', 'zero'] as const
/** One-sided: x0 is itself the noise, so γ = 0. Mirror: x1 and noise only. */
export type Path = (typeof PATHS)[number]
export type Latent = (typeof LATENTS)[number]

export interface Interpolant {
  path: Path
  latent: Latent
  /** a in γ² = a t(1 - t), `brownian` only; default 1. Under `trig` γ² must stay below 1. */
  scale?: number
}

/** The mixture at one time. γ̇ itself is infinite at the ends for `brownian`; γγ̇ never is. */
export interface Mix {
  a: number
  b: number
  aDot: number
  bDot: number
  /** γ². */
  variance: number
  /** γγ̇, half the growth of γ². */
  growth: number
}
export const noMix = (): Mix => ({ a: 1, b: 0, aDot: 0, bDot: 0, variance: 0, growth: 0 })

const logistic = (u: number) => 1 / (1 + Math.exp(-u))
const bump = (u: number) => logistic(u) * (1 - logistic(u))

/** Width and centre of `sigmoid`: the difference of two logistic steps, lowered to 0 at the ends. */
const STEEP = 10
const sigmoid = (t: number) => logistic(STEEP * (t - 0.5) + 1) - logistic(STEEP * (t - 0.5) - 1)

function setLatent(latent: Latent, scale: number, t: number, out: Mix): void {
  if (latent === 'brownian') {
    out.variance = scale * t * (1 - t)
    out.growth = (scale / 2) * (1 - 2 * t)
    return
  }
  let [gamma, dot] = [0, 0]
  if (latent === 'bsquared') [gamma, dot] = [t * (1 - t), 1 - 2 * t]
  if (latent === 'sinesquared') [gamma, dot] = [Math.sin(Math.PI * t) ** 2, Math.PI * Math.sin(2 * Math.PI * t)]
  if (latent === 'sigmoid') {
    gamma = sigmoid(t) - sigmoid(0)
    dot = STEEP * (bump(STEEP * (t - 0.5) + 1) - bump(STEEP * (t - 0.5) - 1))
  }
  out.variance = gamma * gamma
  out.growth = gamma * dot
}

/** Writes the coefficients at time t to `out`. */
export function setMix({ path, latent, scale = 1 }: Interpolant, t: number, out: Mix): void {
  const isOneSided = path === 'one-sided' || path === 'one-sided-trig'
  setLatent(isOneSided ? 'zero' : latent, scale, t, out)
  if (path === 'linear' || path === 'one-sided') {
    out.a = 1 - t
    out.b = t
    out.aDot = -1
    out.bDot = 1
  } else if (path === 'trig' || path === 'one-sided-trig') {
    const amplitude = Math.sqrt(1 - out.variance)
    const shrink = -out.growth / amplitude
    const [cos, sin] = [Math.cos((Math.PI / 2) * t), Math.sin((Math.PI / 2) * t)]
    out.a = amplitude * cos
    out.b = amplitude * sin
    out.aDot = shrink * cos - (Math.PI / 2) * amplitude * sin
    out.bDot = shrink * sin + (Math.PI / 2) * amplitude * cos
  } else if (path === 'mirror') {
    out.a = 0
    out.b = 1
    out.aDot = 0
    out.bDot = 0
  } else {
    const early = t <= 0.5
    const weight = Math.cos(Math.PI * t) ** 2
    const dot = -Math.PI * Math.sin(2 * Math.PI * t)
    out.a = early ? weight : 0
    out.b = early ? 0 : weight
    out.aDot = early ? dot : 0
    out.bDot = early ? 0 : dot
  }
}

/** Coefficients at a time, as a new object. */
export function mixAt(kind: Interpolant, t: number): Mix {
  const mix = noMix()
  setMix(kind, t, mix)
  return mix
}
