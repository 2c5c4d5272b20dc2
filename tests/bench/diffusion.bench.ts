// Cost of the kernels behind the diffusion demos. Run: npx vitest bench --run tests/bench/diffusion.bench.ts
// Goals, from C on the same machine (gcc -O3) and no slower than 1.3 times that: 8.1 ms a raster (135 ns a pixel),
// 0.083 ms for 300 predictions (275 ns each).
import { bench, describe } from 'vitest'
import { startApg, stepApg } from '@/domains/diffusion/apgSampler'
import { denoiser, setSigma } from '@/domains/diffusion/mixture'
import { colourWheel, nestedPair } from '@/domains/diffusion/mixtures'
import { startMultistep, stepMultistep } from '@/domains/diffusion/multistep'
import { predict } from '@/domains/diffusion/predict'
import { guidedNoise } from '@/domains/diffusion/probabilityFlow'
import { evenTimeGrid, karrasGrid } from '@/domains/diffusion/schedule'
import { pencilOf } from '@/domains/diffusion/stability'
import { fillNormal, stream } from '@/numerics/random'
import { stableRaster } from '@/numerics/rootConditionPencil'
import { realLeftEnd, stableArea, stableOutline } from '@/numerics/rootConditionRegion'

const rule = { family: 'HB', order: 4, beta: 0.8 } as const
const normals = (size: number) => {
  const z = new Float64Array(size)
  fillNormal(stream(1), z)
  return z
}

describe('stability of HB on AB4, β = 0.8', () => {
  const pencil = pencilOf(rule)
  const out = new Uint8Array(300 * 200)
  const window = [
    [-2.5, 0.5],
    [-1.5, 1.5],
  ] as const
  bench('raster of 300 × 200', () => stableRaster(pencil, window, 300, 200, out))
  bench('outline', () => {
    stableOutline(pencil, 1e-3)
  })
  bench('area', () => {
    stableArea(pencil)
  })
  bench('real end point', () => {
    realLeftEnd(pencil)
  })
})

describe('24 components in the plane', () => {
  const d = denoiser(colourWheel(), 'x0', 0)
  const [x, cond, all] = [normals(600), new Float64Array(600), new Float64Array(600)]
  for (const sigma of [5, 0.3]) {
    bench(`300 predictions, σ = ${sigma}`, () => {
      setSigma(d, sigma)
      for (let at = 0; at < 600; at += 2) predict(d, x, at, cond, all)
    })
  }
})

describe('whole runs', () => {
  const sigmas = evenTimeGrid(10)
  const noise = denoiser(nestedPair(), 'noise', 1)
  const start = normals(800).map((z) => z * sigmas[0]!)
  const cond = new Float64Array(800)
  bench('400 particles, 10 updates of HB 3.8', () => {
    const state = startMultistep(rule, start.slice())
    for (let i = 0; i < 10; i++) {
      guidedNoise(noise, 15, sigmas[i]!, state.x, cond, state.slope)
      stepMultistep(state, rule, sigmas[i + 1]! - sigmas[i]!)
    }
  })
  const grid = karrasGrid(32)
  const wheel = denoiser(colourWheel(), 'x0', 0)
  const far = normals(600).map((z) => z * 80)
  bench('300 particles, 32 steps of APG on the wheel', () => {
    const state = startApg(far.slice())
    for (let i = 0; i < 32; i++)
      stepApg(state, wheel, { guidance: 7.5, parallel: 0, radius: 0.1, beta: -0.5 }, grid[i]!, grid[i + 1]!)
  })
})
