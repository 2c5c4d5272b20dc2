// The lecture path of the card.
import type { LectureStep } from '@/contract'
import type { Params } from './params'
import type { presets } from './presets'
import type { views } from './texts'

type Step = LectureStep<Params, keyof typeof presets & string, keyof typeof views & string>

const all = { plain: true, momentum: true, projected: true, fair: false } as const

export const lecture: readonly Step[] = [
  {
    id: 'tangent',
    title: 'One step of gradient descent',
    view: 'slice',
    preset: 'decay',
    params: { ...all, momentum: false, projected: false, rate: 0.3 },
    step: 0,
    text: 'Only the direction of $w$ counts, so the gradient has no part along $w$: the step runs along the tangent. By Pythagoras $w$ can only get longer.',
    ask: 'By how much does ‖w‖² grow in one step?',
  },
  {
    id: 'spiral',
    title: 'Momentum leaves the sphere',
    view: 'sphere',
    preset: 'decay',
    params: { ...all, projected: false },
    step: 50,
    text: 'With β = {beta} each step keeps old steps. They were tangent where they were taken; on a round sphere they now point outward. After {step} steps ‖w‖² has grown {momentumGrown} times.',
    ask: 'Play it from the start. When does the path leave?',
  },
  {
    id: 'effective',
    title: 'A long vector hardly turns',
    view: 'effective',
    preset: 'decay',
    params: { ...all, projected: false },
    step: 50,
    text: 'A step turns $w$ by about $\\eta\\lVert\\nabla f\\rVert/\\lVert w\\rVert$, and the gradient itself shrinks like $1/\\lVert w\\rVert$: what counts is $\\eta/\\lVert w\\rVert^2$. It has fallen {momentumGrown}-fold, and nobody asked for a schedule.',
    ask: 'Twice the length at the start: what changes?',
  },
  {
    id: 'project',
    title: 'Take the outward part out',
    view: 'sphere',
    preset: 'decay',
    params: all,
    step: 50,
    text: 'SGDP removes from each step its part along $w$. The path hugs the sphere: ‖w‖² grows {projectedGrown} times instead of {momentumGrown}.',
    ask: 'Look at the step before the tenth: how much is taken out?',
  },
  {
    id: 'loss',
    title: 'The same directions, longer steps',
    view: 'loss',
    preset: 'decay',
    params: all,
    step: 10,
    text: 'From the same place both would move along the same great circle; the projection changes only how far. After 10 steps SGDP is {projectedHeight} above the minimum, momentum {momentumHeight}.',
    ask: 'Is that fair? Switch on “SGD with rate η/(1 − β)”.',
  },
  {
    id: 'growth',
    title: 'Nineteen times as much',
    view: 'growth',
    preset: 'decay',
    params: { ...all, chart: 'growth' },
    step: 'end',
    text: 'Divide all growth of ‖w‖² by all squared steps. Plain descent and SGDP give 1, momentum tends to $1 + 2\\beta/(1-\\beta)$ = {limit}; it has reached {growth}.',
    ask: 'Move β. What is the limit for 0.5, and for 0.99?',
  },
  {
    id: 'variant',
    title: 'Where length counts',
    view: 'cosine',
    preset: 'variant',
    params: all,
    step: 15,
    text: 'Now a pull to length 1 is added. The gradient has a part along $w$: its cosine with $w$ is {cosine}, above $\\delta/\\sqrt3$, and SGDP has projected {projections} steps. It does what momentum does.',
    ask: 'Later the test passes now and then. Why, when the pull has done its work?',
  },
]
