import { expect } from 'vitest'
import { fillWaves, meanSquare, relativeError, type Wave } from '@/domains/fluids/fields'
import { descend, disagreement, type Equation, physicsLoss, untrained, workspaceFor } from '@/domains/fluids/kernels'
import { bestFactors, fineTable, lostFraction } from '@/domains/fluids/lostPart'
import { join, split } from '@/domains/fluids/stagger'
import { advance, analyse, spectral, synthesise } from '@/domains/fluids/vorticity'
import { casesOf, expectNear, type Golden, it, kept, testGolden } from './load'

interface Split {
  N: number
  s: number
  parts: Record<string, number[][]>
}
type Sample = [i: number, j: number, value: number]
interface Fluid {
  N: number
  nu: number
  dt: number
  steps: number
  s: number
  modes_kx_ky_amp_phase: Wave[]
  fine_at: Sample[]
  staggered_at: Sample[]
  rel_l2_error: number
  energy_of_vorticity_start: number
  energy_of_vorticity_end: number
}
interface Bound {
  N: number
  s: number
  nu: number
  cx: number
  cy: number
  t: number
  k0: number
  lost_fraction: number
}
interface Training {
  N: number
  s: number
  k: number
  R: number
  dt: number
  nu: number
  cx: number
  cy: number
  h: number
  fields: Wave[][]
  lr: number
  steps: number
  loss: Record<string, number>
  final_kernels: unknown[]
}

const within = (golden: Golden) => ({ abs: golden.constant<number>('tolerance') })
const flat = (numbers: unknown): number[] => (Array.isArray(numbers) ? numbers.flatMap(flat) : [numbers as number])

/** s² independent solvers of N/s points a side, joined at the end; with s = 1 the fine run. */
function staggered(field: Float64Array, { N, nu, dt, steps }: Fluid, s: number): Float64Array {
  const n = N / s
  const hands = new Float64Array(N * N)
  const state = spectral(N * N)
  split(field, N, s, hands)
  for (let hand = 0; hand < s * s; hand++) {
    analyse(hands, state, n, hand * n * n)
    for (let step = 0; step < steps; step++) advance(state, state, n, hand * n * n, dt, nu)
    synthesise(state, hands, n, hand * n * n)
  }
  join(hands, N, s, field)
  return field
}

/** The loss before each step and after the last, and the kernels then. */
function trained({ N, s, k, R, dt, nu, cx, cy, fields: waves, lr, steps }: Training) {
  return kept(['train', N, s, k, R, dt, nu, cx, cy, waves, lr, steps], () => {
    const equation: Equation = { side: N, dt, nu, cx, cy }
    const fields = waves.map((all) => {
      const field = new Float64Array(N * N)
      fillWaves(all, N, field)
      return field
    })
    const team = untrained(s, k, R)
    const workspace = workspaceFor(equation, team, fields)
    const loss: Record<string, number> = {}
    for (let step = 0; step < steps; step++) {
      loss[step] = physicsLoss(team, workspace)
      descend(team, workspace.gradient, lr)
    }
    loss[steps] = physicsLoss(team, workspace)
    return { loss, team }
  })
}

testGolden('neuralstagger', {
  constants: ['how', 'tolerance'],
  tolerances: { others: 1e-9 },
  unread: {
    ...Object.fromEntries(
      ['N', 'nu', 'cx', 'cy', 't', 'k0'].flatMap((name) =>
        [0, 1, 2].map((at) => [`bound.${at}.${name}`, 's = 1: nothing is dealt, and nothing lost']),
      ),
    ),
    'train.fields.*.0.3': 'the loss of a single wave does not depend on its phase',
  },
  sections: {
    split: (content) => {
      for (const [name, { N, s, parts }] of casesOf<Split>(content, (c) => 'parts' in c)) {
        it(`${name}: N = ${N}, s = ${s}`, () => {
          const field = Float64Array.from({ length: N * N }, (_, at) => at)
          const hands = new Float64Array(N * N)
          split(field, N, s, hands)
          const n = N / s
          for (const [player, part] of Object.entries(parts)) {
            const [a, b] = player.split(',').map(Number) as [number, number]
            const from = (a * s + b) * n * n
            expect([...hands.subarray(from, from + n * n)], player).toEqual(flat(part))
          }
          const back = new Float64Array(N * N)
          join(hands, N, s, back)
          expect(back).toEqual(field)
        })
      }
    },

    navier_stokes: (content, golden) => {
      for (const [name, fluid] of casesOf<Fluid>(content, (c) => 'rel_l2_error' in c)) {
        it(`${name}: s = ${fluid.s}, ${fluid.modes_kx_ky_amp_phase.length} waves`, () => {
          const { N, s } = fluid
          const start = new Float64Array(N * N)
          fillWaves(fluid.modes_kx_ky_amp_phase, N, start)
          expectNear(meanSquare(start), fluid.energy_of_vorticity_start, within(golden), 'mean square at the start')
          const { nu, dt, steps, modes_kx_ky_amp_phase: waves } = fluid
          const end = (hands: number) =>
            kept(['fluid', N, nu, dt, steps, waves, hands], () => staggered(start.slice(), fluid, hands))
          const [fine, joined] = [end(1), end(s)]
          const at = (field: Float64Array, samples: Sample[]) => samples.map(([i, j]) => [i, j, field[i * N + j]])
          expectNear(at(fine, fluid.fine_at), fluid.fine_at, within(golden), 'fine')
          expectNear(at(joined, fluid.staggered_at), fluid.staggered_at, within(golden), 'staggered')
          expectNear(relativeError(joined, fine), fluid.rel_l2_error, within(golden), 'error')
          expectNear(meanSquare(fine), fluid.energy_of_vorticity_end, within(golden), 'mean square at the end')
        })
      }
    },

    bound: (content, golden) => {
      for (const [name, bound] of casesOf<Bound>(content, (c) => 'lost_fraction' in c)) {
        it(`${name}: s = ${bound.s}, k0 = ${bound.k0}`, () => {
          const table = fineTable(bound, bound.N)
          const eta = lostFraction(table, bound.s, bound.k0, bestFactors(table, bound.s, bound.k0))
          expectNear(eta, bound.lost_fraction, within(golden))
        })
      }
    },

    train: (content, golden) => {
      for (const [name, training] of casesOf<Training>(content, (c) => 'final_kernels' in c)) {
        it(`${name}: N = ${training.N}, s = ${training.s}, k = ${training.k}`, () => {
          const { N, h, loss: expected, final_kernels } = training
          expectNear((2 * Math.PI) / N, h, within(golden), 'spacing')
          const { loss, team } = trained(training)
          expectNear(loss, expected, within(golden), 'loss')
          expectNear(team.weights, flat(final_kernels), within(golden), 'kernels')
          const spreads = final_kernels.flatMap((slot) => {
            const hands = (slot as unknown[]).flatMap((row) => (row as unknown[]).map(flat))
            return hands.flatMap((hand) => hand.map((value, at) => Math.abs(value - hands[0]![at]!)))
          })
          expectNear(disagreement(team), Math.max(...spreads), within(golden), 'largest difference between hands of a slot')
        })
      }
    },
  },
})
