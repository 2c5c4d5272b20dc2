import { normaliseRows } from '@/domains/nets/swappedPrediction'
import {
  addPairs,
  countsOf,
  iouOf,
  similarities,
  startHistograms,
  summaryOf,
} from '~demos/masked-momentum-contrast/judging/protocol'
import {
  absoluteError,
  addScattered,
  addToRows,
  centredGoals,
  gather,
  hiddenRows,
  meansOf,
  moveCentre,
  ownGoals,
  predict,
  predictionOf,
  teacherScores,
} from '~demos/masked-momentum-contrast/learning/losses'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

interface Protocol {
  inputs: {
    grid: number
    features: number[][]
    labels: number[]
    prompt_index: number
    threshold: number
    histogram_bins: number
  }
  similarity_map: number[]
  predicted: number[]
  iou: number
  mean_intra: number
  mean_inter: number
  overlap: number
}
interface Losses {
  inputs: {
    student_features: number[][][]
    teacher_features: number[][][]
    patches: number[][][]
    visible_mask: number[][]
    center: number[]
    prototypes_student: number[][]
    prototypes_teacher: number[][]
    tau_contrast: number
    tau_student: number
    tau_teacher: number
  }
  loss_mim: number
  loss_momentum: number
  loss_contrast: number
  grad_mim: number[][][]
  grad_momentum: number[][][]
  grad_contrast: number[][][]
  center_after: number[]
}
const within = (golden: Golden) => ({ abs: golden.constant<number>('tolerance') })
const flat = (rows: unknown[]): Float64Array => Float64Array.from(rows.flat(2) as number[])

testGolden('masked-momentum-contrast', {
  constants: ['how', 'tolerance'],
  tolerances: { others: 1e-9 },
  sections: {
    protocol(content, golden) {
      for (const [name, { inputs, ...one }] of casesOf<Protocol>(content))
        it(`${name}: prompt ${inputs.prompt_index} of ${inputs.labels.length}`, () => {
          const [n, prompt] = [inputs.grid ** 2, inputs.prompt_index]
          const similar = similarities(flat(inputs.features), n, inputs.features[0]!.length)
          const row = similar.subarray(prompt * n, (prompt + 1) * n)
          expectNear(row, one.similarity_map, within(golden), 'similarity map')
          expectNear(
            row.map((s) => (s > inputs.threshold ? 1 : 0)),
            one.predicted,
            {},
            'mask',
          )
          const counts = countsOf(row, inputs.threshold, inputs.labels, inputs.labels[prompt]!)
          expectNear(iouOf(counts), one.iou, within(golden), 'IoU')
          const pairs = startHistograms(inputs.histogram_bins)
          addPairs(pairs, similar, inputs.labels)
          const { meanIntra, meanInter, overlap } = summaryOf(pairs)
          expectNear([meanIntra, meanInter, overlap], [one.mean_intra, one.mean_inter, one.overlap], within(golden), 'pairs')
        })
    },
    losses(content, golden) {
      for (const [name, { inputs, ...one }] of casesOf<Losses>(content))
        it(`${name}: ${inputs.patches.length} pictures`, () => {
          const [z, goal, patches] = [flat(inputs.student_features), flat(inputs.teacher_features), flat(inputs.patches)]
          const [pictures, cells, d] = [inputs.patches.length, inputs.patches[0]!.length, inputs.patches[0]![0]!.length]
          const visible = Uint8Array.from(inputs.visible_mask.flat())
          expectNear(
            visible.map((seen) => Math.min(seen, 1)),
            inputs.visible_mask.flat(),
            {},
            'visible',
          )
          const rows = new Int32Array(visible.length)
          const count = hiddenRows(visible, rows)
          const gathered = (x: Float64Array) => {
            const out = new Float64Array(count * d)
            gather(x, rows, count, d, out)
            return out
          }
          const scattered = (x: Float64Array) => {
            const out = new Float64Array(z.length)
            addScattered(x, rows, count, d, 1, out)
            return out
          }
          const errors = new Float64Array(count * d)
          expectNear(absoluteError(gathered(z), gathered(patches), count, d, errors), one.loss_mim, within(golden), 'modelling')
          expectNear(scattered(errors), [...flat(one.grad_mim)], within(golden), 'gradient of modelling')

          const choices = inputs.center.length
          const workspace = predictionOf(count, choices, d)
          const all = visible.length
          const [centre, scores] = [flat(inputs.center), new Float64Array(all * choices)]
          teacherScores(goal, flat(inputs.prototypes_teacher), all, { choices, d }, new Float64Array(all * d), scores)
          gather(scores, rows, count, choices, workspace.goals)
          centredGoals(centre, count, inputs.tau_teacher, workspace.goals)
          moveCentre(centre, scores, all)
          expectNear(centre, one.center_after, within(golden), 'centre')
          const loss = predict(gathered(z), flat(inputs.prototypes_student), count, inputs.tau_student, workspace)
          expectNear(loss, one.loss_momentum, within(golden), 'distillation')
          expectNear(scattered(workspace.gradient), [...flat(one.grad_momentum)], within(golden), 'gradient of distillation')

          const contrasting = predictionOf(pictures, pictures, d)
          ownGoals(contrasting.goals, pictures)
          const means = [z, goal].map((x) => {
            const out = new Float64Array(pictures * d)
            meansOf(x, pictures, cells, d, out)
            return out
          })
          normaliseRows(means[1]!, pictures, d, means[1]!)
          const contrast = predict(means[0]!, means[1]!, pictures, inputs.tau_contrast, contrasting)
          expectNear(contrast, one.loss_contrast, within(golden), 'contrast')
          const gradient = new Float64Array(z.length)
          addToRows(contrasting.gradient, pictures, cells, d, 1, gradient)
          expectNear(gradient, [...flat(one.grad_contrast)], within(golden), 'gradient of contrast')
        })
    },
  },
})
