import type { Meta } from '@/contract'

export default {
  slug: 'principles-of-diffusion',
  title: 'Three views, one velocity field',
  topics: ['diffusion'],
  tags: ['denoising', 'score', 'flow matching', 'probability-flow ODE', 'flow map', 'solvers'],
  aliases: ['DDPM', 'DDIM', 'score SDE', 'rectified flow', 'DPM-Solver++', 'consistency model', 'v-prediction', 'Tweedie', 'Lai'],
  summary: 'To remove a little noise, to climb a slope, to follow a velocity: three ways to use one function.',
  lede: 'Data that were blurred with noise can be found again: by removing a little noise, by climbing towards likely places, or by following a velocity. All three use one function. Drag the point, and read it in four units.',
  paper: {
    title: 'The Principles of Diffusion Models: From Origins to Advances',
    authors: ['Chieh-Hsin Lai', 'Yang Song', 'Dongjun Kim', 'Yuki Mitsufuji', 'Stefano Ermon'],
    year: 2025,
    url: 'https://arxiv.org/abs/2510.21890',
  },
  also: [
    {
      title: 'DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models',
      authors: ['Cheng Lu', 'Yuhao Zhou', 'Fan Bao', 'Jianfei Chen', 'Chongxuan Li', 'Jun Zhu'],
      year: 2022,
      url: 'https://arxiv.org/abs/2211.01095',
    },
  ],
} satisfies Meta
