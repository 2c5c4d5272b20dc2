// Eigenvalues without symmetry, the smallest eigenvalue of a Hermitian matrix, Bessel functions, k-means: small kernels of numerics.
import { expect, it } from 'vitest'
import { besselJ, besselJ0, lackOfJ0 } from './bessel'
import { eigenOf, eigenvector } from './eigen'
import { hermitianWorkspace, smallest } from './hermitian'
import { kMeans } from './kMeans'
import { normal, stream } from './random'

it('eigenpairs solve Av = λv, pairs too', () => {
  const size = 30
  const random = stream(1, 'eigen')
  const a = Float64Array.from({ length: size * size }, () => normal(random))
  const eigen = eigenOf(a, size)
  expect(eigen.im.filter((im) => im !== 0).length).toBeGreaterThan(10)
  const [vr, vi] = [new Float64Array(size), new Float64Array(size)]
  let worst = 0
  for (let k = 0; k < size; k++) {
    eigenvector(eigen, k, vr, vi)
    const norm = Math.hypot(...vr, ...vi)
    for (let i = 0; i < size; i++) {
      let [re, im] = [0, 0]
      for (let j = 0; j < size; j++) {
        re += a[i * size + j]! * vr[j]!
        im += a[i * size + j]! * vi[j]!
      }
      re -= eigen.re[k]! * vr[i]! - eigen.im[k]! * vi[i]!
      im -= eigen.re[k]! * vi[i]! + eigen.im[k]! * vr[i]!
      worst = Math.max(worst, Math.hypot(re, im) / norm)
    }
  }
  expect(worst).toBeLessThan(1e-12)
})

it('the smallest eigenvalue of a path: 2 - 2 cos(π/(n + 1)), with phases that it does not see', () => {
  const size = 12
  const workspace = hermitianWorkspace(size)
  for (let i = 0; i < size; i++) {
    workspace.re[i * size + i] = 2
    if (i === 0) continue
    workspace.re[i * size + i - 1] = -Math.cos(0.7 * i)
    workspace.im[i * size + i - 1] = -Math.sin(0.7 * i)
  }
  expect(smallest(workspace, 1e-7)).toBeCloseTo(2 - 2 * Math.cos(Math.PI / (size + 1)), 12)
})

it('Bessel functions: zeros, a recurrence, and the sum of squares', () => {
  expect(Math.abs(besselJ0(2.404825557695773))).toBeLessThan(1e-15)
  expect(besselJ(1, 3.8317059702075125)).toBeCloseTo(0, 15)
  for (const x of [0, 0.3, 2, 6.5]) {
    expect(besselJ0(x)).toBeCloseTo(besselJ(0, x), 14)
    expect(lackOfJ0(x)).toBeCloseTo(1 - besselJ0(x), 14)
    expect(besselJ(2, x) + besselJ(4, x)).toBeCloseTo(x === 0 ? 0 : (6 / x) * besselJ(3, x), 14)
    let sum = besselJ0(x) ** 2
    for (let m = 1; m < 25; m++) sum += 2 * besselJ(m, x) ** 2
    expect(sum).toBeCloseTo(1, 14)
  }
  expect(lackOfJ0(1e-8) / 2.5e-17).toBeCloseTo(1, 14) // x²/4
})

it('k-means finds clumps, and every centre is the mean of its points', () => {
  const random = stream(2, 'clumps')
  const clumps = [
    [0, 0],
    [5, 1],
    [-2, 6],
  ] as const
  const points = Float64Array.from({ length: 600 }, (_, k) => clumps[Math.floor(k / 200)]![k % 2]! + 0.3 * normal(random))
  const centres = kMeans(points, 3)
  for (const [k, [x, y]] of clumps.entries()) {
    expect(Math.hypot(centres[2 * k]! - x, centres[2 * k + 1]! - y)).toBeLessThan(0.1)
    const own = points.subarray(200 * k, 200 * (k + 1)).filter((_, i) => i % 2 === 0)
    expect(centres[2 * k]).toBeCloseTo(own.reduce((a, b) => a + b) / own.length, 12)
  }
})
