// L = λ₁ L_mim + λ₂ L_mom + λ₃ L_con, by Adam: a student that sees 60 % of one view of each picture learns what is hidden, what the teacher says of it, and
// which picture it is. The teacher ξ ← mξ + (1 - m)θ sees the whole of another view.
import { addBackwardDense, forwardDense, relu } from '@/domains/nets/denseNet'
import { inputsOf, layersOf, outputsOf } from '@/domains/nets/perceptron'
import { normaliseRows } from '@/domains/nets/swappedPrediction'
import { ADAM, adam } from '@/domains/optim/adaptive'
import { startMemory } from '@/domains/optim/rules'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { CELLS, type Conditions, drawAll, painted, SIZE, worldOf } from '../world/pictures'
import { encode, FEATURES, layersFor, type Network, networkFrom, PROTOTYPES, startNetwork, writeInputs } from './encoder'
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
  usageOf,
} from './losses'

const PICTURES = 200
export const BATCH = 24
const VIEW_NOISE = 0.35
const RATE = 0.004
/** Features of length 3 are compared with prototypes; that is the same as temperatures over 3 with features of length 1. */
const LENGTH = 3
const [TEACHER_TEMPERATURE, STUDENT_TEMPERATURE] = [0.07 / LENGTH, 0.1 / LENGTH]

/** What a training depends on. */
export interface Settings {
  /** Weights of the three terms. */
  readonly modelling: number
  readonly distillation: number
  readonly contrast: number
  /** Share of patches that the student does not see. */
  readonly hidden: number
  /** m. */
  readonly momentum: number
  /** τ of the contrast. */
  readonly temperature: number
  readonly conditions: Conditions
  readonly updates: number
  readonly seed: number
}
export interface Losses {
  modelling: number
  distillation: number
  contrast: number
  /** How many prototypes the teacher uses, 0 to 1; see `usageOf`. */
  usage: number
}

/** Student, teacher, and all that an update needs. */
export class Trainer {
  readonly student: Network
  readonly teacher: Network
  readonly centre = new Float64Array(PROTOTYPES)
  readonly losses: Losses = { modelling: Number.NaN, distillation: Number.NaN, contrast: Number.NaN, usage: Number.NaN }
  /** Of the last batch, with respect to all weights. */
  readonly gradient: Float64Array
  private readonly memory
  private readonly workspace
  private readonly pictures: readonly Float64Array[]
  private readonly random: Stream
  private readonly order = Int32Array.from({ length: PICTURES }, (_, k) => k)

  constructor(readonly settings: Settings) {
    this.student = startNetwork(settings.seed)
    this.teacher = networkFrom(this.student.weights.slice())
    const count = this.student.weights.length
    this.gradient = new Float64Array(count)
    this.memory = startMemory(adam, count)
    this.workspace = workspaceFor(this.student)
    const world = worldOf(settings.seed)
    this.pictures = drawAll(settings.seed, 'training', PICTURES).map(
      (drawn) => painted(world, drawn, settings.conditions).patches,
    )
    this.random = stream(settings.seed, 'batches')
  }

  /** Gradients of the student's features [patches, FEATURES] in the last batch, and which patches it saw. */
  get pulls(): { gradients: Float64Array; visible: Uint8Array } {
    return { gradients: this.workspace.featureGradients, visible: this.workspace.visible }
  }

  /** Draws a batch, and moves student and teacher. */
  update(): void {
    this.drawBatch()
    this.backward()
    adam.step(this.student.weights, this.gradient, this.memory, { ...ADAM, rate: RATE })
    follow(this.teacher.weights, this.student.weights, this.settings.momentum)
  }

  /** Two noisy views of different pictures, and which patches the student sees. */
  drawBatch(): void {
    const { random, order, workspace, settings } = this
    for (let i = 0; i < BATCH; i++) {
      const other = i + Math.floor((PICTURES - i) * uniform(random))
      const chosen = order[other]!
      order[other] = order[i]!
      order[i] = chosen
      const picture = this.pictures[chosen]!
      for (const view of workspace.views) {
        const size = picture.length
        for (let k = 0; k < size; k++) view[i * size + k] = picture[k]! + VIEW_NOISE * steadyNormal(random)
      }
    }
    for (let row = 0; row < BATCH * CELLS; row++) workspace.visible[row] = uniform(random) < settings.hidden ? 0 : 1
  }

  /** From the batch: the losses, and the gradient with respect to the student's weights. Moves the centre. */
  backward(): void {
    const { student, teacher, workspace, settings, losses, gradient } = this
    const { views, visible, rows, featureGradients } = workspace
    for (let i = 0; i < BATCH; i++) {
      writeInputs(views[0]!, i * CELLS * SIZE, visible, i * CELLS, inputsOf(workspace.student), i)
      writeInputs(views[1]!, i * CELLS * SIZE, null, 0, inputsOf(workspace.teacher), i)
    }
    const z = encode(student.encoder, workspace.student)
    const goal = encode(teacher.encoder, workspace.teacher)
    const count = hiddenRows(visible, rows)
    gradient.fill(0)
    featureGradients.fill(0)
    const parts = networkFrom(gradient)

    const decoding = { ...workspace.decoding, batch: count }
    gather(z, rows, count, FEATURES, inputsOf(decoding))
    gather(views[0]!, rows, count, SIZE, workspace.targets)
    forwardDense(student.decoder, decoding, relu)
    const last = decoding.gradients.at(-1)!
    losses.modelling = absoluteError(outputsOf(decoding), workspace.targets, count, SIZE, last)
    for (let k = 0; k < count * SIZE; k++) last[k]! *= settings.modelling
    addBackwardDense(student.decoder, decoding, relu, parts.decoder.weights)
    addScattered(decoding.gradients[0]!, rows, count, FEATURES, 1, featureGradients)

    const { distilling, contrasting, gathered, means, scores } = workspace
    teacherScores(goal, teacher.prototypes, BATCH * CELLS, distilling, distilling.features, scores)
    gather(scores, rows, count, PROTOTYPES, distilling.goals)
    centredGoals(this.centre, count, TEACHER_TEMPERATURE, distilling.goals)
    moveCentre(this.centre, scores, BATCH * CELLS)
    gather(z, rows, count, FEATURES, gathered)
    losses.distillation = predict(gathered, student.prototypes, count, STUDENT_TEMPERATURE, distilling)
    losses.usage = usageOf(distilling.goals, count, PROTOTYPES)
    for (let k = 0; k < parts.prototypes.length; k++) parts.prototypes[k] = settings.distillation * distilling.choiceGradient[k]!
    addScattered(distilling.gradient, rows, count, FEATURES, settings.distillation, featureGradients)

    meansOf(z, BATCH, CELLS, FEATURES, means[0]!)
    meansOf(goal, BATCH, CELLS, FEATURES, means[1]!)
    normaliseRows(means[1]!, BATCH, FEATURES, means[1]!)
    losses.contrast = predict(means[0]!, means[1]!, BATCH, settings.temperature, contrasting)
    addToRows(contrasting.gradient, BATCH, CELLS, FEATURES, settings.contrast, featureGradients)

    workspace.student.gradients.at(-1)!.set(featureGradients)
    addBackwardDense(student.encoder, workspace.student, relu, parts.encoder.weights)
  }
}

function workspaceFor(network: Network) {
  const patches = BATCH * CELLS
  const contrasting = predictionOf(BATCH, BATCH, FEATURES)
  ownGoals(contrasting.goals, BATCH)
  return {
    views: [new Float64Array(patches * SIZE), new Float64Array(patches * SIZE)],
    visible: new Uint8Array(patches),
    rows: new Int32Array(patches),
    student: layersFor(network.encoder, BATCH),
    teacher: layersFor(network.encoder, BATCH),
    decoding: layersOf(network.decoder, patches),
    targets: new Float64Array(patches * SIZE),
    gathered: new Float64Array(patches * FEATURES),
    scores: new Float64Array(patches * PROTOTYPES),
    means: [new Float64Array(BATCH * FEATURES), new Float64Array(BATCH * FEATURES)],
    featureGradients: new Float64Array(patches * FEATURES),
    distilling: predictionOf(patches, PROTOTYPES, FEATURES),
    contrasting,
  }
}

/** The teacher's law: ξ ← mξ + (1 - m)θ. */
export function follow(teacher: Float64Array, student: Float64Array, momentum: number): void {
  for (let k = 0; k < teacher.length; k++) teacher[k] = momentum * teacher[k]! + (1 - momentum) * student[k]!
}
