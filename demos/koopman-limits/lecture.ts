// The way through the demo. Each step shows what its text says.
import type { LectureStep } from '@/contract'
import type { Params } from './params'
import type { presets } from './presets'

type Step = LectureStep<Params, keyof typeof presets, 'plane' | 'mode' | 'counts' | 'rate' | 'decay' | 'torus' | 'fan' | 'lines'>

export const lecture: readonly Step[] = [
  {
    id: 'rotation',
    title: 'Where learning is perfect',
    view: 'plane',
    preset: 'honest',
    step: 'end',
    text: 'A torus turns. Watched through {waves} waves it becomes a matrix, and all {waves} eigenvalues that data give are true: after each step a wave is itself times a number on the unit circle. The residual of each is 0.',
    ask: 'Drag z along the circle. How far from a true eigenvalue can it be?',
  },
  {
    id: 'believable',
    title: 'Would you believe these?',
    view: 'plane',
    preset: 'duffing',
    params: { judge: false },
    step: 'end',
    text: 'A marble in a double valley, without friction. The same recipe, EDMD, finds 50 eigenvalues, and most lie inside of the circle: modes that fade. But nothing fades here; areas are kept.',
    ask: 'Which of them would you believe? Press one to see its mode.',
  },
  {
    id: 'residual',
    title: 'Ask each for its residual',
    view: 'plane',
    preset: 'duffing',
    params: { epsilon: 0.4 },
    step: 'end',
    text: 'The same data also say how far $\\mathcal Kg$ is from $\\lambda g$. Eigenvalues that miss by ε = {epsilon} or more become crosses; what survives is near the circle. The contours are the least residual τ of any function: a map of what data can prove.',
    ask: 'Drag ε down. Which are the last to go?',
  },
  {
    id: 'more',
    title: 'More data?',
    view: 'counts',
    preset: 'duffing',
    params: { epsilon: 0.4 },
    step: 'end',
    text: 'Up to {M} pairs came in, and the number of proven eigenvalues stays where it is. The dictionary is to blame, not the data: its functions move out of its span, and EDMD cannot see that.',
    ask: 'Play, and watch the crosses settle on false places. Then look at “against functions” and at “residual and depth”.',
  },
  {
    id: 'cat',
    title: 'Everything is false',
    view: 'plane',
    preset: 'cat',
    step: 'end',
    text: 'The cat map stretches the torus and folds it back. Of {waves} eigenvalues 288 are 0, each with residual 1, and only the constant is true. The true spectrum is the whole circle, and τ there is still {circle}.',
    ask: 'Enlarge the box. How large must it be to halve τ on the circle?',
  },
  {
    id: 'announce',
    title: 'An eigenfunction is announced',
    view: 'decay',
    preset: 'patient',
    step: 'end',
    text: 'Back to the torus that turns. For T = {T} steps the learner finds ψ unchanged but for its phase: overlap {overlap}. Its one-step residual is {residual}. It announces an eigenfunction. The map, however, is the adversary’s, and differs from the rotation by {change}.',
    ask: 'In the picture of the torus, show one step of the map and enlarge the difference 10 000 times.',
  },
  {
    id: 'found',
    title: 'The same data, another truth',
    view: 'decay',
    preset: 'patient',
    params: { T: 20_000 },
    step: 'end',
    text: 'With T = {T} the overlap has been lost, at n = {found}: ψ never was an eigenfunction. “ψ is one up to {residual}” was true all along. For each q some T suffices. Now let the adversary move last.',
    ask: 'Choose “the adversary: q answers T”, and drag T. Can the learner ever be sure?',
  },
  {
    id: 'never',
    title: 'For every T some q',
    view: 'decay',
    preset: 'patient',
    params: { T: 20_000, order: 'adversary' },
    step: 'end',
    text: 'The adversary saw T = {T} and took q = {mode}. Each single map can be found out with longer data; but for every T there is a map on which the learner is wrong. Add such changes without end, with $\\sum a_j^2 = \\infty$, and no eigenfunction is left in this fibre, at no stage visible in the data.',
    ask: 'Which statement of the learner is true whatever the adversary does?',
  },
]
