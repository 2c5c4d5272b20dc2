// Measures of true samples of the wanted colour from the known mixture, with which both methods are compared.
import { denoiser } from '@/domains/diffusion/mixture'
import { riceDensity } from '@/numerics/rice'
import { homeOf, mixtureOf, pictureNoise, truePictures } from './data'
import { type Measures, measurePictures, nothing, truePosterior } from './measures'
import { classOf, type Params } from './params'

export interface Truth extends Measures {
  /** Wheel: 95 of 100 true samples are nearer to the centre. */
  edge: number
}
const LEVELS = 4 // components of a hue on the wheel

/** Distances of the wanted components from the centre of the wheel. */
function distances({ hue, moved }: Params): number[] {
  return Array.from({ length: LEVELS }, (_, level) => {
    const index = classOf(hue) * LEVELS + level
    return Math.hypot(...(moved.find((placed) => placed.index === index)?.at ?? homeOf(index)))
  })
}

/** Density of the distance from the centre of the wheel among true samples: four distributions of Rice. */
export function distanceDensity(p: Params): (r: number) => number {
  const rhos = distances(p)
  return (r) => rhos.reduce((sum, rho) => sum + riceDensity(r, rho, p.std), 0) / LEVELS
}

const PER_STD = 20 // cells of the integrals to a standard deviation: 4 digits

function wheelTruth(p: Params): Truth {
  const density = distanceDensity(p)
  const far = Math.max(...distances(p)) + 7 * p.std
  const cells = Math.ceil((far / p.std) * PER_STD)
  const width = far / cells
  let [total, sum, squares, edge] = [0, 0, 0, far]
  for (let k = 0; k < cells; k++) {
    const r = (k + 0.5) * width
    const weight = density(r) * width
    if (total < 0.95 && total + weight >= 0.95) edge = r + ((0.95 - total) / weight - 0.5) * width
    total += weight
    sum += weight * r
    squares += weight * r * r
  }
  const posterior = truePosterior(denoiser(mixtureOf(p), 'x0', classOf(p.hue)))
  return { ...nothing(), mean: sum, spread: Math.sqrt(squares - sum * sum), outside: 0.05, posterior, edge }
}

/** Of 36 true pictures, a third of each level. */
function pictureTruth(p: Params): Truth {
  const truth = { ...nothing(), edge: Number.NaN }
  measurePictures(truePictures(p), pictureNoise(p.seed, 'truth').rest, denoiser(mixtureOf(p), 'x0', classOf(p.hue)), truth)
  return truth
}

let last: { key: string; truth: Truth } | null = null // the data seldom change

export function truthOf(p: Params): Truth {
  const { scene, hue, std, moved, seed } = p
  const key = JSON.stringify(scene === 'wheel' ? [hue, std, moved] : [hue, seed])
  if (last?.key !== key) last = { key, truth: scene === 'wheel' ? wheelTruth(p) : pictureTruth(p) }
  return last.truth
}
