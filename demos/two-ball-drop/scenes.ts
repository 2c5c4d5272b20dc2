// The height pairs of the 113 clips: the 50 rendered scenes of the benchmark, and 63 drawn like them.
import { focalPixels, heightInRow, type Pinhole } from '@/domains/dynamics/pinhole'
import { normal, stream, uniform } from '@/numerics/random'

export interface ClipScene {
  /** Drops, m: from the underside of the ball to the floor. */
  drops: readonly [first: number, second: number]
  radius: number /* m */
  /** Height of the detection line in the plane of the balls, m over the floor. */
  line: number
}

// [drop 1, drop 2, radius, row of the line], m and px: samples 64 to 113 of the public benchmark, rounded to 0.1 mm.
const RENDERED: readonly (readonly [number, number, number, number])[] = [
  [2.2485, 0.9446, 0.11, 774],
  [2.8979, 2.1307, 0.11, 720],
  [2.7358, 2.2431, 0.11, 739],
  [1.9149, 2.7099, 0.12, 718],
  [1.5912, 2.4378, 0.105, 716],
  [2.6512, 2.6789, 0.11, 720],
  [2.1726, 3.4439, 0.105, 731],
  [0.8593, 3.1328, 0.12, 772],
  [2.5275, 1.2783, 0.11, 787],
  [3.3558, 1.3292, 0.12, 811],
  [0.9359, 2.3899, 0.12, 755],
  [2.7642, 0.8722, 0.105, 816],
  [2.3551, 1.5137, 0.11, 752],
  [1.7499, 3.4791, 0.11, 742],
  [2.4256, 1.8334, 0.12, 744],
  [3.7727, 2.677, 0.11, 748],
  [3.5536, 2.8501, 0.105, 731],
  [3.0197, 1.4505, 0.12, 731],
  [3.7311, 2.0848, 0.11, 736],
  [2.2471, 1.0173, 0.12, 748],
  [2.6583, 1.754, 0.12, 702],
  [2.2312, 3.7298, 0.105, 726],
  [3.444, 2.2759, 0.12, 726],
  [2.5195, 1.8398, 0.11, 721],
  [3.0947, 3.321, 0.11, 723],
  [3.096, 1.7163, 0.105, 723],
  [3.4446, 3.2866, 0.11, 736],
  [3.6109, 1.4631, 0.105, 755],
  [1.6093, 2.9476, 0.12, 755],
  [3.6781, 1.1931, 0.105, 811],
  [3.1082, 2.6707, 0.105, 731],
  [3.6667, 1.085, 0.105, 798],
  [2.2481, 3.2657, 0.12, 766],
  [3.1104, 1.1021, 0.105, 792],
  [2.4942, 1.5667, 0.11, 726],
  [1.652, 3.1452, 0.105, 731],
  [1.6725, 0.6723, 0.11, 756],
  [1.4644, 0.606, 0.11, 758],
  [2.816, 1.3699, 0.12, 729],
  [2.8605, 1.3645, 0.105, 739],
  [1.6696, 2.7994, 0.105, 737],
  [1.4713, 3.487, 0.105, 747],
  [1.5445, 1.9759, 0.11, 684],
  [0.5664, 1.4767, 0.105, 763],
  [2.0746, 1.3709, 0.11, 699],
  [1.7786, 0.6307, 0.11, 819],
  [2.9902, 1.7324, 0.11, 744],
  [1.9176, 0.8743, 0.12, 736],
  [2.3053, 1.0428, 0.11, 769],
  [1.9778, 0.9287, 0.11, 742],
]
/** Picture of the benchmark, px. */
export const PICTURE = { width: 720, height: 1280 } as const
/** The benchmark's lens, mm. */
export const LENS = 50

/** The benchmark's camera for a scene: level, at half the height of the higher centre, and 2.3 times that centre's height away. */
export function benchmarkCamera({ drops, radius }: Pick<ClipScene, 'drops' | 'radius'>): { camera: Pinhole; distance: number } {
  const top = Math.max(...drops) + radius
  const camera = { focal: focalPixels(LENS, PICTURE.height), centre: PICTURE.height / 2, height: top / 2, pitch: 0 }
  return { camera, distance: 2.3 * top }
}

const rendered: readonly ClipScene[] = RENDERED.map(([first, second, radius, row]) => {
  const { camera, distance } = benchmarkCamera({ drops: [first, second], radius })
  return { drops: [first, second], radius, line: heightInRow(camera, distance, row) }
})

/** Spread of ln h1/h2 in the benchmark. */
export const SPREAD = 0.6
const DRAWN = 63 // the benchmark's other clips are filmed; their heights are not given
const SHARE = 0.65 // of the lower drop; the mean height of the benchmark's lines

/** Random scenes: geometric mean of a pair within 1 to 2.4 m, its ratio lognormal. */
function drawn(seed: number): ClipScene[] {
  const s = stream(seed, 'heights')
  return Array.from({ length: DRAWN }, () => {
    const middle = 1 + 1.4 * uniform(s)
    const half = (SPREAD / 2) * normal(s)
    const drops = [middle * Math.exp(half), middle * Math.exp(-half)] as const
    return { drops, radius: 0.11, line: 0.11 + SHARE * Math.min(...drops) }
  })
}

/** The 50 scenes with known heights, then 63 more. */
export const clipScenes = (seed: number): readonly ClipScene[] => [...rendered, ...drawn(seed)]
export const RENDERED_COUNT = RENDERED.length
export const CLIP_COUNT = RENDERED_COUNT + DRAWN
