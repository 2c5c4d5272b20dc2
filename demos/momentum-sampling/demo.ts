import { defineDemo } from '@/contract'
import { claims } from './claims'
import { exact } from './exact'
import { edge, holdsEdge, holdsRail, order, ring, z } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { sweep } from './sweep'

export default defineDemo({
  meta,
  params,
  model,
  maps: { exact, sweep },
  readouts,
  tabs: {
    by: 'scene',
    views: { plane: ['plane', 'strip', 'orders'], sampling: ['samples', 'walk', 'sweep'] },
    ledes: {
      sampling:
        'A sampler in a hurry throws some pictures far outside the data. 400 samples follow their paths from noise, with the same noise for each solver. Lower β, the weight of the newest slope, and count the crosses.',
    },
  },
  views: {
    plane: {
      title: 'Where steps are safe',
      note: 'hatched: the solver in your hands grows',
      alt: 'The plane of z, step size times stiffness. Each solver is stable inside its outline; that of the one in hand reaches from −{length} to 0 on the real line. At z = {z} its largest root is {growth}.',
    },
    strip: {
      title: 'The test equation at z',
      note: 'growth a step',
      alt: 'Sixty steps of each solver on x′ = λx. The one in hand multiplies by {growth} a step in the end.',
    },
    orders: {
      title: 'Error against steps',
      note: 'the slope is the order',
      alt: 'Error at t = 1 of x′ = −x against the number of steps, both logarithmic. The solver in hand has order {order}.',
    },
    samples: {
      title: '400 samples',
      note: 'press one to follow it',
      alt: 'Samples of every solver after {step} of {steps} steps, from the same noise. Outside of three standard deviations: AB {abOutside}, HB {hbOutside}, GHVB {ghvbOutside} percent.',
    },
    walk: {
      title: 'One sample, step by step',
      note: 'time runs down',
      alt: 'Upper half: stable regions. Below, one row a step: where z of that step lies, and whether it is left of the region.',
    },
    sweep: {
      title: 'At equal price',
      note: 'one evaluation a step',
      alt: 'Artifacts or median error of each solver against the number of steps, from 6 to 40.',
    },
  },
  words: {
    ab: 'AB',
    hb: 'HB',
    ghvb: 'GHVB',
    nt: 'NT',
    z: 'z',
    i: ' i',
    rail: 'slopes and momentum in one number',
    step: 'step',
    sample: 'sample',
    artifacts: 'outside ±3 std, %',
    error: 'median error',
    grows: 'grows',
    decays: 'decays',
    holds: 'just holds',
    leaves: 'leaves at, errors grow by',
    never: 'never',
    box: '±3 std of the data',
    class: 'wanted class, 3 s',
    truth: 'exact',
    lens: 'lens, ±',
    std: 'std',
    axisReal: 'Re z = λδ',
    axisImaginary: 'Im z',
    axisStep: 'step',
    axisSteps: 'steps to t = 1',
    axisSweep: 'steps N',
  },
  opening: 'end',
  handles: {
    z: { label: 'z', view: 'plane', quiet: true, moves: ['z'], when: (p) => p.scene === 'plane', ...z },
    edge: { label: 'left end of the region', view: 'plane', invite: 'pull', moves: ['beta'], when: holdsEdge, ...edge },
    order: { label: 'order', view: 'plane', quiet: true, moves: ['r', 'beta'], when: holdsRail, ...order },
    ring: { label: 'width of the class', view: 'samples', moves: ['width'], when: (p) => p.scene === 'sampling', ...ring },
  },
  sliders: {
    beta: (p) => (p.family === 'ab' ? {} : { marks: [{ value: 1, label: 'none' }] }),
  },
  equations: [
    {
      tex: 'p_n = \\textstyle\\sum_j b_j\\,f_{n-j}\\quad(\\p{r}\\text{ slopes})',
      spoken: 'p n is the sum of b j times f n minus j, over r slopes: Adams and Bashforth’s combination.',
    },
    { tex: '\\text{AB: }\\; x \\leftarrow x + \\delta\\,p_n', spoken: 'A B adds delta times p n to x.' },
    {
      tex: '\\text{HB: }\\; v \\leftarrow (1-\\p{beta})\\,v + \\p{beta}\\,p_n',
      spoken: 'H B averages p n with weight beta into v,',
    },
    { tex: '\\phantom{\\text{HB: }}\\; x \\leftarrow x + \\delta\\,v', spoken: 'and adds delta times v to x.' },
    {
      tex: '\\text{GHVB: } v_n = (1-\\p{beta})v_{n-1} + \\p{beta} f_n',
      spoken: 'G H V B averages the slopes f first,',
    },
    {
      tex: '\\phantom{\\text{GHVB: }} x \\leftarrow x + \\tfrac{\\delta}{\\p{beta}}\\textstyle\\sum_j a_j(\\p{beta})\\,v_{n-j}',
      spoken: 'and combines the averages with weights a j of beta.',
    },
    {
      tex: 'f = \\lambda x,\\; \\p{z} = \\lambda\\delta:\\quad x_n = \\textstyle\\sum c\\,\\zeta^n',
      spoken: 'On the test equation every solution is a sum of powers of roots zeta, which depend on z.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
