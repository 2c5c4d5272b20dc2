// Numbers recorded at every step: of the visitor's point, of its jump, and of the particles.
import type { Readout, VectorReadout } from '@/contract'
import { COUNT, distanceTo, type State, TRACED } from './model'
import { LAST, type Params } from './params'
import { factsOf, type Jump, jumpOf, type PointFacts, problemOf, runPath, spotData } from './problem'

type One = Readout<Params, State>

const fact = (label: string, of: (facts: PointFacts) => number, more: Partial<One> = {}): One => ({
  label,
  digits: 3,
  none: 'two numbers in the plane',
  ...more,
  of(_, p) {
    const facts = factsOf(p)
    return facts && of(facts)
  },
})
const jump = (label: string, of: (jump: Jump) => number | null, more: Partial<One> = {}): One => ({
  label,
  digits: 4,
  none: 'on a line only',
  ...more,
  of: (_, p) => (p.tab === 'line' ? of(jumpOf(p)) : null),
})

export const readouts = {
  now: { label: 'time of the particles', digits: 3, of: ({ step }, p) => problemOf(p).times[step]! },
  dataHat: fact('mean of the data it may be', ({ x0 }) => x0, { symbol: '\\hat x_0' }),
  noiseHat: fact('mean of its noise', ({ noise }) => noise, { symbol: '\\hat\\varepsilon' }),
  score: fact('slope of ln p', ({ score }) => score, { symbol: 's' }),
  velocity: fact('mean velocity', ({ velocity }) => velocity, { symbol: 'v' }),
  residual: fact('the four compared', ({ residual }) => residual, { rounding: 1e-12 }),
  doubt: fact('spread of the data it may be', ({ variance }) => Math.sqrt(variance)),
  landing: jump('where the jumps land', ({ exact }) => exact.at(-1)!),
  direct: jump('where one jump lands', ({ direct }) => direct),
  ddimLanding: jump('where one step of DDIM lands', ({ ddim }) => ddim),
  kernelMean: jump('mean of x at s given x', ({ kernel }) => kernel?.mean ?? null, { none: 'no step' }),
  kernelWidth: jump('its spread, exact', ({ kernel }) => kernel && Math.sqrt(kernel.variance), { digits: 3, none: 'no step' }),
  ddpmMean: jump('mean of DDPM’s draw', ({ kernel }) => kernel?.ddpmMean ?? null, { none: 'no step' }),
  ddpmWidth: jump('spread of DDPM’s draw', ({ kernel }) => kernel && Math.sqrt(kernel.ddpmVariance), {
    digits: 3,
    none: 'no step',
  }),
  kl: jump('KL from exact to DDPM’s draw', ({ kl }) => kl, { unit: 'nats', digits: 3, rounding: 1e-10 }),

  tracedX: { label: 'point on its way', digits: 4, of: ({ traced }) => traced.x[0]! },
  tracedY: {
    label: 'point on its way, upwards',
    digits: 4,
    none: 'in the plane only',
    of: ({ traced }) => traced.x[1] ?? null,
  },
  missed: {
    label: 'from its exact path',
    digits: 3,
    rounding: 1e-9,
    of({ step, traced: { x } }, p) {
      const exact = runPath(p)
      return Math.hypot(...x.map((v, i) => v - exact[step * x.length + i]!))
    },
  },
  apart: {
    label: 'particles from the true density',
    digits: 2,
    none: 'at the end, on a line',
    // at the end only: it takes as long as twenty steps
    of: ({ step, cloud }, p) => (p.tab === 'plane' || step < p.steps ? null : distanceTo(problemOf(p), cloud.x, LAST)),
  },
  spotX: {
    label: 'x̂₀ of the point, to the right',
    digits: 3,
    none: 'in the plane only',
    of: (_, p) => (p.tab === 'plane' ? spotData(p)[0]! : null),
  },
  spotY: {
    label: 'x̂₀ of the point, upwards',
    digits: 3,
    none: 'in the plane only',
    of: (_, p) => (p.tab === 'plane' ? spotData(p)[1]! : null),
  },
  paths: {
    label: 'particles that are drawn',
    hidden: true,
    size: () => TRACED,
    write({ cloud }, p, out) {
      if (p.tab === 'plane') return
      for (let k = 0; k < TRACED; k++) out[k] = cloud.x[Math.floor(((k + 0.5) / TRACED) * COUNT)]!
    },
  },
} as const satisfies Record<string, One | VectorReadout<Params, State>>
