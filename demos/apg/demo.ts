import { defineDemo } from '@/contract'
import { claims } from './claims'
import { planeHandles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { sweepOf } from './sweep'

export default defineDemo({
  meta,
  params,
  model,
  maps: { cfg: sweepOf('cfg'), apg: sweepOf('apg') },
  readouts,
  views: {
    plane: {
      title: 'The plane of colours',
      note: 'grey in the middle, vivid outside',
      alt: 'Discs of six hues around grey, those of {hue} strong, with the samples of plain guidance and of APG at w = {w} and η = {eta}. One sample is traced; its push at noise level {sigma} is split into stretch and turn.',
    },
    parts: {
      title: 'Length of the push',
      note: 'noise falls to the right',
      alt: 'Mean length of the push against noise level, split into stretch and turn; it ends well before the noise does.',
    },
    vivid: {
      title: 'How vivid',
      note: '{n} finished samples',
      alt: 'How far the finished samples of CFG and APG lie from the centre of the wheel, at w = {w} and η = {eta}, beside the truth with its mean of {meanTruth}.',
    },
    pictures: {
      title: 'Little pictures',
      note: 'finished samples, 8 × 8 pixels each',
      alt: 'Thirty-six pictures each of plain guidance and of APG from the same noise, at w = {w} and η = {eta}, beside true ones of {hue}.',
    },
    anatomy: {
      title: 'One push, taken apart',
      note: 'press one to choose it',
      alt: 'For picture {picked} at noise level {sigma}: prediction for any colour and for the wanted one, stretch, turn, and the guided prediction, for both methods.',
    },
    levels: {
      title: 'Dull, medium, vivid',
      note: '36 finished samples',
      alt: 'Shares of dull, medium and vivid pictures with CFG and with APG, at w = {w} and η = {eta}; in the data each is a third.',
    },
  },
  tabs: {
    by: 'scene',
    views: { wheel: ['plane', 'parts', 'vivid'], patches: ['pictures', 'anatomy', 'levels'] },
    openings: { wheel: 'end', patches: 17 },
  },
  words: {
    cfg: 'CFG',
    apg: 'APG',
    both: 'CFG and APG, alike',
    truth: 'truth',
    grey: 'grey',
    any: 'any colour',
    wanted: 'wanted',
    guided: 'guided',
    stretch: 'stretch',
    turn: 'turn',
    pushCfg: 'CFG, all of it',
    memory: 'APG’s push, unlimited',
    axisSigma: 'noise level, σ',
    axisVivid: 'distance from the centre of the wheel',
    axisScale: 'guidance scale, w',
    edge: '95 % of the data',
    mean: 'mean saturation',
    spread: 'spread of saturation',
    posterior: 'probability of the wanted colour',
    outside: 'share beyond 95 % of the data',
    saturation: 'saturation',
    predicted: 'predicted at σ =',
    stepBack: 'no push at the end: step back',
    dull: 'dull',
    medium: 'medium',
    vivid: 'vivid',
  },
  handles: {
    ...planeHandles,
    scale: {
      label: 'guidance scale',
      view: 'vivid',
      quiet: true,
      moves: ['w'],
      when: (p) => p.scene === 'wheel' && p.chart === 'sweep',
      at: (p) => [p.w, 0],
      move: ([w]) => ({ w: Math.round(10 * w) / 10 }),
    },
  },
  sliders: {
    w: () => ({
      marks: [
        { value: 1, label: 'none' },
        { value: 7.5, label: 'usual' },
      ],
    }),
    eta: () => ({
      marks: [
        { value: 0, label: 'turn' },
        { value: 1, label: 'all' },
      ],
    }),
    beta: () => ({
      marks: [
        { value: -0.5, label: 'paper' },
        { value: 0, label: 'none' },
      ],
    }),
  },
  equations: [
    {
      tex: 'm \\leftarrow D_c - D_u + \\p{beta}\\,m',
      spoken: 'The push m becomes D c minus D u, plus beta times the m before.',
    },
    {
      tex: '\\bar m = m\\,\\min(1, \\p{r}/|m|)',
      spoken: 'm bar is m, shortened to length r if it is longer.',
    },
    {
      tex: '\\bar m = \\bar m_\\parallel + \\bar m_\\perp,\\quad \\bar m_\\parallel \\parallel D_c',
      spoken: 'm bar is split into a part along D c and a part across it.',
    },
    {
      tex: '\\tilde D = D_c + (\\p{w} - 1)\\,(\\bar m_\\perp + \\p{eta}\\,\\bar m_\\parallel)',
      spoken: 'The guided prediction is D c plus w minus one times the part across plus eta times the part along.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
