// What is true of pointing, of the three terms and of the training. Numbers refer to the list "Must hold" of the method; golden numbers are in tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { inputsOf } from '@/domains/nets/perceptron'
import { fillNormal, stream, uniform } from '@/numerics/random'
import { BINS, judge, judgedPictures } from './judging/judge'
import { addPairs, countsOf, iouOf, similarities, startHistograms, summaryOf } from './judging/protocol'
import { encode, FEATURES, featuresOf, layersFor, networkFrom, startNetwork, writeInputs } from './learning/encoder'
import { absoluteError, centredGoals, ownGoals, predict, predictionOf } from './learning/losses'
import { gapOf } from './learning/records'
import { BATCH, follow, type Settings, Trainer } from './learning/train'
import { encoderOf, pointedBy } from './maps'
import { model, type Params, params, pictureOf } from './model'
import { settingsOf } from './params'
import { CELLS, drawAll, GRID, painted, SIZE, worldOf } from './world/pictures'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
const usual = defaultsOf(params)
const normals = (seed: number, count: number): Float64Array => {
  const out = new Float64Array(count)
  fillNormal(stream(seed), out)
  return out
}
const trainerFor = (wish: Partial<Settings>) => new Trainer({ ...settingsOf(usual), ...wish })

describe('pointing', () => {
  const picture = pictureOf(usual)
  const similar = similarities(featuresOf(startNetwork(0).encoder, picture.patches), CELLS, FEATURES)
  it('2: similarity is symmetric, and 1 with itself', () => {
    for (let i = 0; i < CELLS; i++) {
      expect(Math.abs(similar[i * CELLS + i]! - 1)).toBeLessThan(1e-14)
      for (let j = 0; j < CELLS; j++) expect(similar[i * CELLS + j]).toBe(similar[j * CELLS + i])
    }
  })
  it('2: the prompt is in the mask below 1, the mask shrinks, and below -1 it is the whole picture', () => {
    for (let prompt = 0; prompt < CELLS; prompt += 7) {
      const row = similar.subarray(prompt * CELLS, (prompt + 1) * CELLS)
      const label = picture.labels[prompt]!
      const share = picture.labels.filter((other) => other === label).length / CELLS
      expect(iouOf(countsOf(row, -1.01, picture.labels, label))).toBeCloseTo(share, 14)
      let before = CELLS
      for (let t = -1; t < 0.999; t += 0.03) {
        const { both, extra } = countsOf(row, t, picture.labels, label)
        expect(both).toBeGreaterThan(0)
        expect(both + extra).toBeLessThanOrEqual(before)
        before = both + extra
      }
    }
  })
  it('moves objects on whole cells, and keeps them inside', () => {
    for (const at of [
      [5, 5],
      [0, 0],
      [10, 3.2],
    ] as const) {
      const { labels } = pictureOf(withParams({ moved: [{ index: 1, at }] }))
      const count = labels.filter((label) => label === 2).length
      expect([9, 12, 15, 16, 20, 25]).toContain(count)
    }
  })
  it('says of the page what its parts say', () => {
    for (const features of ['raw', 'untrained', 'trained'] as const) {
      const p = withParams({ features })
      const found = pointedBy(p, encoderOf(p, null))!
      expect(found.counts.both + found.counts.missed).toBe(model.init(p).raw.counts.both + model.init(p).raw.counts.missed)
      if (features === 'raw') expect(found.counts).toEqual(model.init(p).raw.counts)
    }
  })
})

describe('histograms', () => {
  const overlapOf = (features: Float64Array, d: number, labels: ArrayLike<number>) => {
    const pairs = startHistograms(BINS)
    addPairs(pairs, similarities(features, labels.length, d), labels)
    return summaryOf(pairs)
  }
  it('3: overlap by 0 to 1; perfect features do not overlap, and every threshold in (0, 1) finds the object', () => {
    for (let seed = 0; seed < 20; seed++) {
      const labels = Uint8Array.from({ length: 30 }, (_, k) => (k < 3 ? k : Math.floor(3 * uniform(stream(seed * 99 + k)))))
      const { overlap } = overlapOf(normals(seed, 90), 3, labels)
      expect(overlap).toBeGreaterThanOrEqual(0)
      expect(overlap).toBeLessThanOrEqual(1 + 1e-12)
      const perfect = new Float64Array(90)
      for (const [k, label] of labels.entries()) perfect[3 * k + label] = 0.5 + uniform(stream(k))
      expect(overlapOf(perfect, 3, labels).overlap).toBe(0)
      const row = similarities(perfect, 30, 3).subarray(0, 30)
      for (const t of [0.01, 0.5, 0.99]) expect(iouOf(countsOf(row, t, labels, labels[0]!))).toBe(1)
    }
  })
  it('3: are one where both samples are', () => {
    expect(overlapOf(new Float64Array(24).fill(1), 3, [0, 0, 0, 0, 1, 1, 1, 1]).overlap).toBeCloseTo(1, 14)
  })
})

describe('the encoder', () => {
  it('8: does not see hidden patches: what is in them changes no feature', () => {
    const { encoder } = startNetwork(3)
    const patches = normals(1, CELLS * SIZE)
    const visible = Uint8Array.from({ length: CELLS }, (_, k) => (uniform(stream(k)) < 0.4 ? 0 : 1))
    const features = () => {
      const layers = layersFor(encoder, 1)
      writeInputs(patches, 0, visible, 0, inputsOf(layers), 0)
      return encode(encoder, layers).slice()
    }
    const before = features()
    for (const [cell, seen] of visible.entries()) if (seen === 0) patches.fill(1e6, cell * SIZE, (cell + 1) * SIZE)
    expect(features()).toEqual(before)
  })
  it('sees means of those that are there: an even picture has even inputs', () => {
    const layers = layersFor(startNetwork(0).encoder, 1)
    writeInputs(new Float64Array(CELLS * SIZE).fill(2), 0, null, 0, inputsOf(layers), 0)
    for (const value of inputsOf(layers)) expect(value).toBeCloseTo(2, 14)
  })
})

describe('the terms', () => {
  const [rows, choices, d] = [7, 5, 4]
  it('6: distillation costs the entropy of the goals, and has no slope, where the student says the same', () => {
    const workspace = predictionOf(rows, choices, d)
    const [z, w] = [normals(1, rows * d), normals(2, choices * d)]
    predict(z, w, rows, 0.3, workspace)
    workspace.goals.set(workspace.predictions)
    const loss = predict(z, w, rows, 0.3, workspace)
    const entropy = -workspace.goals.reduce((sum, p) => sum + p * Math.log(p), 0) / rows
    expect(loss).toBeCloseTo(entropy, 12)
    for (const slope of workspace.scoreGradients) expect(Math.abs(slope)).toBe(0)
    const other = predictionOf(rows, choices, d)
    other.goals.set(normals(4, rows * choices))
    centredGoals(normals(5, choices), rows, 0.5, other.goals)
    workspace.goals.set(other.goals)
    expect(predict(z, w, rows, 0.3, workspace)).toBeGreaterThan(-other.goals.reduce((sum, p) => sum + p * Math.log(p), 0) / rows)
  })
  it('7: contrast is never below 0, and ln B where all pictures are alike', () => {
    const workspace = predictionOf(rows, rows, d)
    ownGoals(workspace.goals, rows)
    const alike = Float64Array.from({ length: rows * d }, (_, k) => [1, -2, 0.5, 3][k % d]!)
    expect(predict(alike, alike, rows, 0.2, workspace)).toBeCloseTo(Math.log(rows), 12)
    for (let seed = 0; seed < 20; seed++)
      expect(predict(normals(seed, rows * d), normals(seed + 50, rows * d), rows, 0.2, workspace)).toBeGreaterThanOrEqual(0)
  })
  it('have nothing to say without hidden patches', () => {
    const trainer = trainerFor({ hidden: 0 })
    trainer.drawBatch()
    trainer.backward()
    expect([trainer.losses.modelling, trainer.losses.distillation]).toEqual([0, 0])
    expect(absoluteError(new Float64Array(0), new Float64Array(0), 0, 3, new Float64Array(0))).toBe(0)
    expect(trainer.gradient.every(Number.isFinite)).toBe(true)
  })
})

describe('an update', () => {
  const lossOf = ({ losses, settings }: Trainer) =>
    settings.modelling * losses.modelling + settings.distillation * losses.distillation + settings.contrast * losses.contrast

  it('5: has the gradient of central differences, and the teacher has none', { timeout: 60_000 }, () => {
    const trainer = trainerFor({ modelling: 0.7, distillation: 0.4, contrast: 0.9 })
    for (let k = 0; k < 3; k++) trainer.update()
    trainer.drawBatch()
    const centre = trainer.centre.slice()
    const at = () => {
      trainer.centre.set(centre)
      trainer.backward()
      return lossOf(trainer)
    }
    at()
    const gradient = trainer.gradient.slice()
    const teacher = trainer.teacher.weights.slice()
    const { weights } = trainer.student
    for (let k = 0; k < weights.length; k += 61) {
      const w = weights[k]!
      const shifted = (shift: number) => {
        weights[k] = w + shift
        return at()
      }
      const slope = (shifted(1e-6) - shifted(-1e-6)) / 2e-6
      weights[k] = w
      expect(Math.abs(slope - gradient[k]!), `weight ${k}`).toBeLessThan(1e-6 * (1 + Math.abs(slope)))
    }
    expect(trainer.teacher.weights).toEqual(teacher)
  })
  it('4: modelling and distillation pull at hidden patches only', () => {
    for (const wish of [
      { distillation: 0, contrast: 0 },
      { modelling: 0, contrast: 0 },
    ]) {
      const trainer = trainerFor(wish)
      trainer.drawBatch()
      trainer.backward()
      const { gradients, visible } = trainer.pulls
      for (let row = 0; row < BATCH * CELLS; row++) {
        const pull = gradients.subarray(row * FEATURES, (row + 1) * FEATURES)
        expect(
          pull.every((value) => value === 0),
          `row ${row}`,
        ).toBe(visible[row] === 1)
      }
    }
  })
  it('6: moves the teacher by its law', () => {
    const trainer = trainerFor({ momentum: 0.9 })
    const before = trainer.teacher.weights.slice()
    trainer.update()
    for (const [k, weight] of trainer.teacher.weights.entries())
      expect(weight).toBeCloseTo(0.9 * before[k]! + 0.1 * trainer.student.weights[k]!, 14)
    const [still, copy] = [before.slice(), before.slice()]
    follow(still, trainer.student.weights, 1)
    follow(copy, trainer.student.weights, 0)
    expect(still).toEqual(before)
    expect(copy).toEqual(trainer.student.weights)
  })
})

describe('pictures', () => {
  it('have two objects of different kinds, and trainings one', () => {
    for (const { boxes } of drawAll(0, 'judging', 60)) expect(boxes[0]!.kind).not.toBe(boxes[1]!.kind)
    for (const { boxes } of drawAll(0, 'training', 200)) expect(boxes).toHaveLength(1)
  })
  it('without noise and light are textures: raw patches are perfect', () => {
    const pictures = judgedPictures(0, { noise: 0, light: 0 })
    const { best, overlap } = judge(pictures, null)
    expect(best.iou).toBeGreaterThan(0.9)
    expect(overlap).toBeLessThan(0.1)
    const world = worldOf(0)
    const drawn = drawAll(0, 'judging', 1)[0]!
    const { patches, labels } = painted(world, drawn, { noise: 0, light: 0 })
    const own = labels.indexOf(2)
    expect([...patches.subarray(own * SIZE, (own + 1) * SIZE)]).toEqual([
      ...world.objects.subarray(drawn.boxes[1]!.kind * SIZE, (drawn.boxes[1]!.kind + 1) * SIZE),
    ])
    expect(GRID * GRID).toBe(CELLS)
  })
  it('with little noise: raw features reach an IoU of .7 and more, on average over seeds', () => {
    const found = [0, 1, 2, 3].map((seed) => judge(judgedPictures(seed, { noise: 0.2, light: 0.5 }), null).best.iou)
    expect(found.reduce((sum, iou) => sum + iou, 0) / 4).toBeGreaterThan(0.7)
  })
})

it('9: training raises gap and IoU and lowers the overlap against the untrained network, over seeds 3 to 6', {
  timeout: 600_000,
}, () => {
  const seeds = [3, 4, 5, 6].map((seed) => {
    const trainer = trainerFor({ seed })
    const pictures = judgedPictures(seed, usual)
    const before = judge(pictures, networkFrom(trainer.student.weights.slice()).encoder)
    for (let k = 0; k < 500; k++) trainer.update()
    return { before, after: judge(pictures, trainer.student.encoder) }
  })
  const mean = (of: (one: (typeof seeds)[number]) => number) => seeds.reduce((sum, one) => sum + of(one), 0) / seeds.length
  expect(mean(({ after }) => gapOf(after)) / mean(({ before }) => gapOf(before))).toBeGreaterThan(1.6)
  expect(mean(({ before, after }) => before.overlap - after.overlap)).toBeGreaterThan(0.04)
  for (const { before, after } of seeds) expect(after.best.iou - before.best.iou).toBeGreaterThan(0.1)
})
