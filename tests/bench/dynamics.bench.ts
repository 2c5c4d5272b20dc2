// Cost and error of the schemes behind the three-body demo, the Pythagorean problem from t = 0. Run: npx vitest bench --run tests/bench/dynamics.bench.ts
// Goals: the reference scheme within 35 ms and |ΔE/E| ≤ 3.1e-11 to t = 70 (5380 steps), 3.8 ms and 9.2e-14 to t = 10 (615), the figures of
// REBOUND's IAS15 in C; a Hermite step within 1.3 times of the same step in C (gcc -O3, about 65 to 100 ns).
import { bench, describe } from 'vitest'
import { runDormandPrince, startDormandPrince } from '@/domains/dynamics/dormandPrince'
import { fineEnergy, runGaussRadau, startGaussRadau } from '@/domains/dynamics/gaussRadau'
import { runHermite, startHermite } from '@/domains/dynamics/hermite'
import { runLeapfrog, startLeapfrog } from '@/domains/dynamics/leapfrog'
import { type Bodies, energy } from '@/domains/dynamics/nbody'
import { figureEight, pythagorean } from '@/domains/dynamics/nbodySystems'

const start = pythagorean()
/** Name with steps and energy error, both the same in every run. */
function named(name: string, run: Bodies & { steps: number }, before: number, after: number): string {
  return `${name}: ${run.steps} steps, |ΔE/E| = ${Math.abs(after / before - 1).toExponential(1)}`
}

describe('Gauss-Radau', () => {
  for (const t of [10, 70]) {
    const once = () => {
      const run = startGaussRadau(start)
      runGaussRadau(run, t)
      return run
    }
    const run = once()
    bench(named(`to t = ${t}`, run, energy(start), fineEnergy(run)), () => {
      once()
    })
  }
})

describe('Hermite', () => {
  for (const mu of [0.03, 0.01, 0.003]) {
    const once = () => {
      const run = startHermite(start)
      runHermite(run, { kind: 'hmm', mu }, 10)
      return run
    }
    const run = once()
    bench(named(`μ = ${mu} to t = 10`, run, energy(start), energy(run)), () => {
      once()
    })
  }
  const aarseth = startHermite(start)
  runHermite(aarseth, { kind: 'aarseth', eta: 0.01 }, 10)
  bench(named('Aarseth, η = 0.01, to t = 10', aarseth, energy(start), energy(aarseth)), () => {
    runHermite(startHermite(start), { kind: 'aarseth', eta: 0.01 }, 10)
  })
})

describe('others, figure eight to t = 10', () => {
  const eight = figureEight()
  const leapfrog = startLeapfrog(eight)
  runLeapfrog(leapfrog, 1e-3, 10)
  bench(named('leapfrog, Δ = 0.001', leapfrog, energy(eight), energy(leapfrog)), () => {
    runLeapfrog(startLeapfrog(eight), 1e-3, 10)
  })
  const pair = startDormandPrince(eight, 1e-9)
  runDormandPrince(pair, 10)
  bench(named('Dormand-Prince, 1e-9', pair, energy(eight), energy(pair)), () => {
    runDormandPrince(startDormandPrince(eight, 1e-9), 10)
  })
})
