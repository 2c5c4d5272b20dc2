// Who made the 113 clips. The generators here are stand-ins: distributions tuned to printed numbers. No generated video is simulated.
import { lognormalSpread } from '@/domains/dynamics/timingRatio'

export type Maker = 'earth' | 'veo3' | 'wan14' | 'wan5' | 'adapter5' | 'adapter14' | 'hunyuan' | 'cosmos14' | 'cosmos2' | 'own'

/** Labels; every one but the first says that it is a stand-in. */
export const MAKERS: Readonly<Record<Maker, string>> = {
  earth: 'our world and camera',
  veo3: 'stand-in: Veo3',
  wan14: 'stand-in: Wan 14B',
  wan5: 'stand-in: Wan 5B',
  adapter5: 'stand-in: Wan 5B + adapter',
  adapter14: 'stand-in: Wan 14B + adapter',
  hunyuan: 'stand-in: Hunyuan',
  cosmos14: 'stand-in: Cosmos 14B',
  cosmos2: 'stand-in: Cosmos 2B',
  own: 'stand-in: your own p and s',
}

/** Printed on the project page: g_eff = 2h/t² in m/s², over 4 seeds of all test clips; slope m of h1/h2 on t1²/t2². */
export interface Printed {
  mean: number
  median: number
  low: number
  high: number
  slope: number
}
export type Generator = Exclude<Maker, 'earth' | 'own'>
export const PRINTED: Readonly<Record<Generator, Printed>> = {
  veo3: { mean: 2.27, median: 2.08, low: 0.28, high: 6.66, slope: 0.21 },
  wan14: { mean: 2.18, median: 1.19, low: 0.27, high: 59.98, slope: 0.21 },
  wan5: { mean: 1.81, median: 1.24, low: 0.26, high: 8.26, slope: 0.2 },
  adapter5: { mean: 6.43, median: 6.38, low: 1.24, high: 16.64, slope: 1.08 },
  adapter14: { mean: 5.51, median: 5.63, low: 1.52, high: 11.67, slope: 0.94 },
  hunyuan: { mean: 1.97, median: 1.15, low: 0.23, high: 15.84, slope: 0.14 },
  cosmos14: { mean: 1.51, median: 1.01, low: 0.24, high: 10.31, slope: 0.1 },
  cosmos2: { mean: 1.85, median: 1.3, low: 0.23, high: 14.18, slope: 0.17 },
}
export const GENERATORS = Object.keys(PRINTED) as readonly Generator[]
export const isGenerator = (maker: Maker): maker is Generator => maker in PRINTED

/** The spread of g_eff over a stand-in's clips: lognormal by median and mean; for the adapters, whose medians are not below their means, normal. */
export type Spread = { kind: 'lognormal'; median: number; sigma: number } | { kind: 'normal'; mean: number; sigma: number }
export function spreadOf(generator: Generator): Spread {
  if (generator === 'adapter5') return { kind: 'normal', mean: 6.4, sigma: 2.5 }
  if (generator === 'adapter14') return { kind: 'normal', mean: 5.6, sigma: 1.8 }
  const { mean, median } = PRINTED[generator]
  return { kind: 'lognormal', median, sigma: lognormalSpread(mean, median) }
}

/** Exponent and scatter of a stand-in's timing ratios, from our reading of the points in the published figure, where dots overlap. */
export interface Rule {
  p: number
  scatter: number
}
export const RULES: Readonly<Partial<Record<Generator, Rule>>> = {
  veo3: { p: 2.2, scatter: 0.31 },
  wan14: { p: 2.4, scatter: 0.29 },
  wan5: { p: 0.4, scatter: 0.57 },
  adapter5: { p: 0.7, scatter: 0.21 },
  adapter14: { p: 0.9, scatter: 0.22 },
  hunyuan: { p: 1.4, scatter: 0.7 },
  cosmos14: { p: 2.0, scatter: 0.57 },
  // the points of Cosmos 2B could not be read
}
