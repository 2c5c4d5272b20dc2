// The kernels whose speed is watched. `run` does `ops` operations; `note` describes the result of a run, the same every time.
import { advance } from '@/crowd/flow'
import { denoiser, setSigma } from '@/domains/diffusion/mixture'
import { colourWheel } from '@/domains/diffusion/mixtures'
import { predictAll } from '@/domains/diffusion/predict'
import { pencilOf } from '@/domains/diffusion/stability'
import { runDormandPrince, startDormandPrince } from '@/domains/dynamics/dormandPrince'
import { fineEnergy, runGaussRadau, startGaussRadau } from '@/domains/dynamics/gaussRadau'
import { runHermite, type StepRule, startHermite } from '@/domains/dynamics/hermite'
import { runLeapfrog, startLeapfrog } from '@/domains/dynamics/leapfrog'
import { type Bodies, energy } from '@/domains/dynamics/nbody'
import { figureEight, pythagorean } from '@/domains/dynamics/nbodySystems'
import { inputsOf, layersOf, outputsOf, startPerceptron } from '@/domains/nets/perceptron'
import { addBackwardTanh, forwardTanh } from '@/domains/nets/tanhNet'
import * as tape from '@/domains/nets/tape'
import { ADAM, ADAN, adan, amsgrad } from '@/domains/optim/adaptive'
import { identity, shermanMorrison } from '@/domains/optim/kronecker'
import { quadratic } from '@/domains/optim/objectives'
import { heavyBall, startMemory } from '@/domains/optim/rules'
import { atRest, walk } from '@/domains/optim/walk'
import { fillNormal, stream } from '@/numerics/random'
import { stableRaster } from '@/numerics/rootConditionPencil'
import { invertPositive } from '@/numerics/smallMatrix'
import { crowds } from './crowds'

export interface Kernel {
  name: string
  ops: number
  run(): void
  note?: string
  /** The same in C on an idle machine of this kind, ns an operation, and how many times that is allowed. */
  c?: { ns: number; times: number }
  /** An earlier kernel that does the same, and how many times its time is allowed. */
  same?: { kernel: string; times: number }
}

const normals = (size: number) => {
  const z = new Float64Array(size)
  fillNormal(stream(1), z)
  return z
}
/** Steps and energy error. */
const noteOf = (steps: number, before: number, after: number) =>
  `${steps} steps, |ΔE/E| ${Math.abs(after / before - 1).toExponential(1)}`

function hermite(name: string, rule: StepRule, c?: Kernel['c']): Kernel {
  const once = () => {
    const run = startHermite(pythagorean())
    runHermite(run, rule, 10)
    return run
  }
  const run = once()
  return { name, ops: run.steps, run: once, note: noteOf(run.steps, energy(pythagorean()), energy(run)), c }
}

/** Gauss-Radau of order 15; a run is one operation. REBOUND's IAS15 in C: the figures after the name. */
function reference(t: number, c: Kernel['c']): Kernel {
  const once = () => {
    const run = startGaussRadau(pythagorean())
    runGaussRadau(run, t)
    return run
  }
  const run = once()
  return {
    name: `three-body-reference-t${t}`,
    ops: 1,
    run: once,
    note: noteOf(run.steps, energy(pythagorean()), fineEnergy(run)),
    c,
  }
}

function other(name: string, once: () => Bodies & { steps: number }): Kernel {
  const run = once()
  return { name, ops: run.steps, run: once, note: noteOf(run.steps, energy(figureEight()), energy(run)) }
}

function mixture(): Kernel {
  const d = denoiser(colourWheel(), 'x0', 0)
  const [x, cond, all] = [normals(600), new Float64Array(600), new Float64Array(600)]
  setSigma(d, 0.3)
  return { name: 'mixture-denoiser-particle', ops: 300, run: () => predictAll(d, x, cond, all), c: { ns: 275, times: 1.3 } }
}

function stability(): Kernel {
  const pencil = pencilOf({ family: 'HB', order: 4, beta: 0.8 })
  const out = new Uint8Array(300 * 200)
  const window = [
    [-2.5, 0.5],
    [-1.5, 1.5],
  ] as const
  const run = () => stableRaster(pencil, window, 300, 200, out)
  run()
  const stable = out.reduce((sum, v) => sum + v, 0)
  return {
    name: 'stability-pixel',
    ops: out.length,
    run,
    note: `${stable} of ${out.length} pixels stable`,
    c: { ns: 135, times: 1.3 },
  }
}

/** 2-32-32-2 with tanh, batch 64, squared error, Adam. */
function training(): Kernel {
  const net = startPerceptron([2, 32, 32, 2], stream(1))
  const layers = layersOf(net, 64)
  const [adam, gradient] = [startMemory(amsgrad, net.weights.length), new Float64Array(net.weights.length)]
  inputsOf(layers).set(normals(128))
  const wanted = normals(256).subarray(128)
  const run = () => {
    forwardTanh(net, layers)
    const [y, dy] = [outputsOf(layers), layers.gradients.at(-1) as Float64Array]
    for (let i = 0; i < y.length; i++) dy[i] = (2 * (y[i]! - wanted[i]!)) / y.length
    gradient.fill(0)
    addBackwardTanh(net, layers, gradient)
    amsgrad.step(net.weights, gradient, adam, ADAM)
  }
  return { name: 'mlp-train-step', ops: 1, run, c: { ns: 197_000, times: 1.3 } }
}

/** The same on a tape. */
function trainingOnTape(): Kernel {
  const { weights: start } = startPerceptron([2, 32, 32, 2], stream(1))
  const t = tape.startTape(start.length)
  const x = tape.input(t, 64, 2)
  const layer = (a: tape.Node, size: number) =>
    tape.addRow(t, tape.product(t, a, tape.weights(t, a.columns, size)), tape.weights(t, 1, size))
  const y = layer(tape.tanh(t, layer(tape.tanh(t, layer(x, 32)), 32)), 2)
  const loss = tape.meanSquare(t, y, normals(256).subarray(128))
  const adam = startMemory(amsgrad, start.length)
  x.value.set(normals(128))
  t.weights.set(start)
  const run = () => {
    tape.forward(t)
    tape.backward(t, loss)
    amsgrad.step(t.weights, t.gradient, adam, ADAM)
  }
  return { name: 'mlp-train-step-tape', ops: 1, run, same: { kernel: 'mlp-train-step', times: 1.3 } }
}

function ball(): Kernel {
  const f = quadratic(1, 0, 10)
  const walker = atRest(heavyBall, [-1.5, 1])
  const settings = { rate: 0.02, beta: 0.8 }
  const run = () => {
    for (let k = 0; k < 1000; k++) walk(walker, heavyBall, f, settings)
  }
  return { name: 'heavy-ball-step', ops: 1000, run }
}

/** One step of Adan on the 501 weights of a network 2-20-20-1. */
function adanRule(): Kernel {
  const [weights, gradient, memory] = [normals(501), normals(501), startMemory(adan, 501)]
  return { name: 'adan-step-501', ops: 1, run: () => adan.step(weights, gradient, memory, ADAN) }
}

/** One matrix of width 256: a rank-one update of its inverse, or the inversion. */
function ofWidth(name: 'take-in-256' | 'invert-256'): Kernel {
  const size = 256
  const [matrix, v, u] = [identity(size), normals(size), new Float64Array(size)]
  const run =
    name === 'invert-256' ? () => void invertPositive(matrix, size) : () => void shermanMorrison(matrix, v, size, 0.95, u)
  return { name, ops: 1, run }
}

/** One step of a hundred thousand particles on one core; an operation is a particle's step. */
function crowd(name: 'interpolant' | 'student' | 'diffusion'): Kernel {
  const { [name]: made } = crowds()
  const x = made!.start.slice()
  return {
    name: `crowd-${name}`,
    ops: made!.count,
    run: () => advance(made!, 0, x, 0, made!.count),
    note: `${made!.kernels} kernels, twice a step`,
  }
}

export const kernels: readonly (() => Kernel)[] = [
  () => hermite('hermite-step', { kind: 'hmm', mu: 0.03 }, { ns: 99, times: 1.3 }),
  mixture,
  stability,
  training,
  trainingOnTape,
  ball,
  adanRule,
  () => ofWidth('take-in-256'),
  () => ofWidth('invert-256'),
  () => reference(70, { ns: 35e6, times: 1 }),
  () => reference(10, { ns: 3.8e6, times: 1 }),
  () => hermite('hermite-step-fine', { kind: 'hmm', mu: 0.003 }),
  () => hermite('hermite-step-aarseth', { kind: 'aarseth', eta: 0.01 }),
  () => other('leapfrog-step', () => withSteps(startLeapfrog(figureEight()), (run) => runLeapfrog(run, 1e-3, 10))),
  () =>
    other('dormand-prince-step', () => withSteps(startDormandPrince(figureEight(), 1e-9), (run) => runDormandPrince(run, 10))),
  () => crowd('interpolant'),
  () => crowd('student'),
  () => crowd('diffusion'),
]

function withSteps<R>(run: R, act: (run: R) => unknown): R {
  act(run)
  return run
}
