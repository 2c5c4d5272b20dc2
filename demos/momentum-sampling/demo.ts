import { defineDemo } from '@/contract'
import { claims } from './claims'
import { exact } from './exact'
import { edge, holdsEdge, holdsRail, order, ring, z } from './handles'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { sweep } from './sweep'

const plane = { scene: 'plane' } as const
const sampling = { scene: 'sampling' } as const
const alone = { ab: false, hb: false, ghvb: false, nt: false } as const

export default defineDemo({
  meta,
  params,
  model,
  maps: { exact, sweep },
  readouts,
  tabs: { by: 'scene', views: { plane: ['plane', 'strip', 'orders'], sampling: ['samples', 'walk', 'sweep'] } },
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
    order: 'order',
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
  presets: {
    explode: {
      label: 'explode',
      params: { ...sampling, ...alone, family: 'ab', steps: 8 },
      step: 'end',
      note: 'AB 4 in 8 steps at guidance 15: about every fifth sample is thrown out.',
    },
    plms: {
      label: 'PLMS4 at 10 steps',
      params: { ...sampling, ...alone, family: 'ab' },
      step: 'end',
      note: 'AB 4 is the sampler known as PLMS.',
    },
    hb: { label: 'HB 3.8', params: { ...sampling, ...alone, family: 'hb' }, step: 'end', note: 'Four slopes and β = 0.8.' },
    ghvb: {
      label: 'GHVB 2.5',
      params: { ...sampling, ...alone, family: 'ghvb', r: 3, beta: 0.5 },
      step: 'end',
      note: 'Three averaged slopes and β = 0.5.',
    },
    noCure: {
      label: 'no cure: GHVB 3.8',
      params: { ...sampling, ...alone, ab: true, family: 'ghvb' },
      step: 'end',
      note: 'Not every momentum helps: this region is hardly larger than that of AB 4.',
    },
    ab2: {
      label: 'AB 2 will do',
      params: { ...sampling, ...alone, family: 'ab', r: 2 },
      step: 'end',
      note: 'On this toy two slopes without momentum are fine at 10 steps, too.',
    },
    ellipse: {
      label: 'ellipse',
      params: { ...plane, ...alone, ab: true, family: 'hb', r: 1, beta: 0.5, others: 'same', z: [-4.8, 0] },
      note: 'Momentum on Euler’s step: the disc becomes an ellipse, three times as long.',
    },
    slide: {
      label: 'sliding order',
      params: { ...plane, ...alone, family: 'ghvb', r: 4, beta: 0.5, z: [-0.4, 0] },
      note: 'Move the knob on the rail from 4 to 3: AB 4 turns into AB 3.',
    },
  },
  claims,
  lecture: [
    {
      id: 'fence',
      title: 'A step too far',
      view: 'plane',
      params: { ...plane, ...alone, family: 'ab', r: 4, z: [-0.35, 0], others: 'paper', strip: 'signed' },
      step: 'end',
      text: 'AB 4 combines four slopes. Its region is small: on the real line it ends at −0.3. At $z = -0.35$ a root has left the unit circle, and what should decay grows by {growth} a step.',
      ask: 'Drag z back over the edge. Where does the curve turn, and where are the roots then?',
    },
    {
      id: 'momentum',
      title: 'Momentum moves the edge',
      view: 'plane',
      params: { ...plane, ...alone, ab: true, family: 'hb', r: 4, beta: 0.8, z: [-0.35, 0], others: 'paper', strip: 'signed' },
      step: 'end',
      text: 'The same four slopes, averaged with weight β = {beta}. The region now reaches to −{length}, and at the same z the heavy ball decays.',
      ask: 'Pull the left end of the region. What does each pull do to β?',
    },
    {
      id: 'ellipse',
      title: 'A disc becomes an ellipse',
      view: 'plane',
      preset: 'ellipse',
      step: 'end',
      text: 'With one slope AB is Euler’s method and its region a disc. Momentum stretches it into an ellipse of half height 1, from −2(2 − β)/β to 0: now to −{length}. This is the fence of the heavy ball.',
      ask: 'Lower β. What stays, while the ellipse grows?',
      link: { slug: 'heavy-ball', query: 'step=bridge', label: 'The same fence in the valley' },
    },
    {
      id: 'slide',
      title: 'Orders between the orders',
      view: 'plane',
      preset: 'slide',
      step: 'end',
      text: 'GHVB averages first and combines then. With β = 1 it is AB 4, with β near 0 it is AB 3, and between them the region slides from one to the other. One number says it all: order q = 3 + β.',
      ask: 'Move the knob on the rail from 4 to 3.',
    },
    {
      id: 'artifacts',
      title: 'Ten steps, strong guidance',
      view: 'samples',
      params: {
        ...sampling,
        ...alone,
        ab: true,
        ghvb: true,
        family: 'hb',
        r: 4,
        beta: 0.8,
        others: 'paper',
        steps: 10,
        guidance: 15,
        width: 0.12,
        particle: 51,
        chart: 'artifacts',
      },
      step: 'end',
      text: 'The same noise for all, and {abOutside} % of AB 4’s samples end far out of the data; of HB 3.8’s {hbOutside} %, of GHVB 2.5’s {ghvbOutside} %. One lost sample is followed step by step: with AB 4 every z lies left of the region, and errors grow ten-thousandfold.',
      ask: 'Press another red cross. Then lower β: how many steps can HB keep inside?',
    },
    {
      id: 'more',
      title: 'It was the solver, not the model',
      view: 'samples',
      params: {
        ...sampling,
        ...alone,
        ab: true,
        ghvb: true,
        family: 'hb',
        r: 4,
        beta: 0.8,
        others: 'paper',
        steps: 40,
        guidance: 15,
        width: 0.12,
        particle: 51,
      },
      step: 'end',
      text: 'At {steps} steps every z is four times smaller and mostly inside. Thrown out: {abOutside} % by AB 4, {hbOutside} % by HB 3.8, {ghvbOutside} % by GHVB 2.5. The model never changed; the artifacts were numerical.',
      ask: 'Lower N. Which solver breaks first?',
    },
    {
      id: 'price',
      title: 'The price of momentum',
      view: 'orders',
      params: { ...plane, ...alone, ab: true, ghvb: true, family: 'hb', r: 4, beta: 0.8, others: 'paper' },
      step: 'end',
      text: 'Half the step size, and the error falls by 2 to the order. HB averages old slopes, which lag behind: whatever r, its order is {order}. GHVB corrects for the lag and keeps order r, here 3.',
      ask: 'Set β to 1. What happens to the order of HB, and what to its region?',
    },
  ],
  snippet,
})
