import { defineDemo } from '@/contract'
import { average } from './average'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'

export default defineDemo({
  meta,
  params,
  model,
  maps: { average },
  readouts,
  tabs: {
    by: 'mode',
    views: {
      dpo: ['triangle', 'policies', 'gaps', 'tilts', 'rewards'],
      sppo: ['triangle', 'outward', 'off', 'policies', 'duels', 'rewards'],
    },
    ledes: {
      sppo: 'Here no reward is behind the answers, only who beats whom. Where rock beats scissors, scissors paper and paper rock, both policies go round. Raise α, and see where the push leads.',
    },
  },
  views: {
    triangle: {
      title: 'The way of the policy',
      note: 'a dot a round',
      alt: 'A triangle whose corners are the answers. Dots are the policies after each round, of APO with α = {alpha} and without a push; both begin at the reference.',
    },
    policies: {
      title: 'What is chosen',
      note: 'share of each answer',
      alt: 'Bars: how often each answer is chosen by the reference, without a push, and by APO.',
    },
    gaps: {
      title: 'Reward still missing',
      note: 'log scale',
      alt: 'Reward that is still missing against rounds, on a logarithmic scale: {apoGap} for APO, {dpoGap} for iterative DPO.',
    },
    tilts: {
      title: 'Way gone',
      alt: 'How far the policies have gone, in rounds of exact DPO: {apoTilt} for APO, {dpoTilt} for iterative DPO.',
    },
    rewards: {
      title: 'What the answers are worth',
      note: 'drag the tops',
      alt: 'Bars: the reward of each answer, with what both policies learned of it in the last round.',
    },
    off: {
      title: 'Not yet the winner',
      note: 'share, log scale',
      alt: 'Share of the policy that is not the winner, against rounds: {apoOff} with the push, {dpoOff} without.',
    },
    outward: {
      title: 'Away from the balance',
      alt: 'Distance from the policy that chooses all answers alike, against rounds: {apoOutward} with the push, {dpoOutward} without.',
    },
    duels: {
      title: 'Who beats whom',
      note: 'row against column',
      alt: 'A table: the chance of the row’s answer to win against the column’s.',
    },
  },
  words: {
    apo: 'APO',
    dpo: 'DPO',
    plain: 'no push',
    reference: 'reference',
    worth: 'reward',
    learnedApo: 'learned by APO',
    learnedDpo: 'by DPO',
    balance: 'balance',
    slope: 'slope',
    mean: 'wide: mean of # seeds',
    theory: 'dotted: closed form',
    asymptote: 'dotted: slope 1/(1 − α)',
    allEqual: 'all answers are worth the same',
    rowWins: 'chance that the row wins',
    axisRound: 'round',
    axisReward: 'r',
    axisGap: 'gap',
    axisTilt: 'a',
    axisOutward: 'nat',
  },
  opening: 'end',
  handles,
  sliders: {
    alpha: () => ({ marks: [{ value: 0.3, label: 'paper' }] }),
    rounds: ({ mode, game }) => (mode === 'sppo' && game === 'cycle' ? { max: 300 } : { marks: [{ value: 3, label: 'paper' }] }),
  },
  equations: [
    {
      tex: '\\hat\\pi_{t+1} \\propto \\pi_t\\, e^{r_t/\\p{beta}}',
      spoken: 'Tilt: pi hat of the next round is proportional to pi times e to the reward over beta.',
      tabs: ['dpo'],
    },
    {
      tex: '\\hat\\pi_{t+1} \\propto \\pi_t\\, e^{(P(\\cdot\\,\\succ\\,\\pi_t) - 1/2)/\\p{beta}}',
      spoken: 'Tilt: pi hat of the next round is proportional to pi times e to the chance to win, less a half, over beta.',
      tabs: ['sppo'],
    },
    {
      tex: '\\pi_{t+1} \\propto \\hat\\pi_{t+1}\\, (\\hat\\pi_{t+1}/\\hat\\pi_t)^{\\p{alpha}}',
      spoken: 'Push: pi is proportional to pi hat times the ratio of the new pi hat to the old one, to the power alpha.',
    },
    {
      tex: 'a_t = \\frac{t}{1-\\p{alpha}} - \\frac{\\p{alpha}(1-\\p{alpha}^t)}{(1-\\p{alpha})^2}',
      spoken: 'The way a t is t over one minus alpha, minus alpha times one minus alpha to the t over one minus alpha squared.',
      tabs: ['dpo'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
