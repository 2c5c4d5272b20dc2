import { expect } from 'vitest'
import { shareError, sinkhornCodes } from '@/domains/nets/sinkhorn'
import { normaliseRows, type SwapSettings, swappedPrediction, swapWorkspace } from '@/domains/nets/swappedPrediction'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Matrix = number[][]
const flat = (rows: Matrix): Float64Array => Float64Array.from(rows.flat())
const toleranceOf = (golden: Golden) => {
  const given = golden.constant<number | string>('tolerance')
  return { abs: typeof given === 'number' ? given : numbersIn(given)[0]! }
}

interface SinkhornCase {
  scores_BxK: Matrix
  epsilon: number
  results: { iterations: number; Q: Matrix; max_row_marginal_error: number }[]
}

interface TrainCase {
  inputs: {
    B: number
    K: number
    d: number
    epsilon: number
    sinkhorn_iterations: number
    temperature: number
    lr: number
    freeze_prototypes_steps: number
    u1: Matrix
    u2: Matrix
    prototypes_raw: Matrix
    queue_raw: Matrix | null
  }
  steps: {
    step: number
    loss: number
    codes_view1: Matrix
    codes_view2: Matrix
    row_marginal_view1: number[]
    grad_u1: Matrix
    grad_u2: Matrix
    grad_prototypes: Matrix
  }[]
  final_u1: Matrix
  final_prototypes: Matrix
}

function train({ inputs, steps, final_u1, final_prototypes }: TrainCase, within: { abs: number }): void {
  const { B, K, d, lr, queue_raw } = inputs
  const shape = { samples: B, prototypes: K }
  const settings: SwapSettings = {
    codes: 'sinkhorn',
    rounds: inputs.sinkhorn_iterations,
    epsilon: inputs.epsilon,
    temperature: inputs.temperature,
  }
  const [u1, u2, prototypes] = [flat(inputs.u1), flat(inputs.u2), flat(inputs.prototypes_raw)]
  const queue = queue_raw && flat(queue_raw)
  if (queue && queue_raw) normaliseRows(queue, queue_raw.length, d, queue)
  const workspace = swapWorkspace(shape, d, queue_raw?.length ?? 0)
  const descend = (values: Float64Array, gradient: Float64Array) => {
    for (let k = 0; k < values.length; k++) values[k]! -= lr * gradient[k]!
  }
  for (const [k, step] of steps.entries()) {
    const at = `step ${k}`
    expect(step.step).toBe(k)
    normaliseRows(prototypes, K, d, prototypes)
    const loss = swappedPrediction([u1, u2], prototypes, queue && [queue, queue], settings, workspace)
    expectNear(loss, step.loss, within, `${at}: loss`)
    expectNear(workspace.codes[0], step.codes_view1.flat(), within, `${at}: codes of view 1`)
    expectNear(workspace.codes[1], step.codes_view2.flat(), within, `${at}: codes of view 2`)
    const shares = step.row_marginal_view1.map((_, p) => (K / B) * step.codes_view1.reduce((sum, row) => sum + row[p]!, 0))
    expectNear(shares, step.row_marginal_view1, within, `${at}: shares`)
    if (!queue) {
      const worst = Math.max(...step.row_marginal_view1.map((share) => Math.abs(share - 1)))
      expectNear(shareError(workspace.codes[0], shape), worst, within, `${at}: worst share`)
    }
    expectNear(workspace.rawGradients[0], step.grad_u1.flat(), within, `${at}: gradient of u1`)
    expectNear(workspace.rawGradients[1], step.grad_u2.flat(), within, `${at}: gradient of u2`)
    expectNear(workspace.prototypeGradient, step.grad_prototypes.flat(), within, `${at}: gradient of prototypes`)
    descend(u1, workspace.rawGradients[0])
    descend(u2, workspace.rawGradients[1])
    if (k >= inputs.freeze_prototypes_steps) descend(prototypes, workspace.prototypeGradient)
  }
  expectNear(u1, final_u1.flat(), within, 'u1 at the end')
  expectNear(prototypes, final_prototypes.flat(), within, 'prototypes at the end')
}

testGolden('swav', {
  constants: ['how', 'tolerance'],
  tolerances: { others: 1e-9 },
  unread: {
    // exp(S/ε) of these is a 1e-9 of the largest of their sample
    ...Object.fromEntries(
      ['1.1', '2.1', '3.0', '5.1'].map((at) => [`sinkhorn.0.scores_BxK.${at}`, 'too low to count in the codes']),
    ),
    'sinkhorn.*.results.*.iterations': 'one round more changes nothing once the shares are fair',
  },
  sections: {
    sinkhorn(content, golden) {
      for (const [name, { scores_BxK, epsilon, results }] of casesOf<SinkhornCase>(content)) {
        it(`case ${name}: codes and their worst share`, () => {
          const shape = { samples: scores_BxK.length, prototypes: scores_BxK[0]!.length }
          const codes = new Float64Array(shape.samples * shape.prototypes)
          for (const { iterations, Q, max_row_marginal_error } of results) {
            sinkhornCodes(flat(scores_BxK), shape, epsilon, iterations, codes)
            expectNear(codes, Q.flat(), toleranceOf(golden), `${iterations} rounds`)
            expectNear(shareError(codes, shape), max_row_marginal_error, toleranceOf(golden), `${iterations} rounds: worst share`)
          }
        })
      }
    },
    train(content, golden) {
      for (const [name, one] of casesOf<TrainCase>(content)) {
        it(`case ${name}: losses, codes, gradients and the end`, () => {
          expect(one.steps.length).toBeGreaterThan(0)
          train(one, toleranceOf(golden))
        })
      }
    },
  },
})
