import type { Meta } from '@/contract'

export default {
  slug: 'stochastic-interpolants',
  title: 'Between noise and data',
  topics: ['diffusion'],
  tags: ['flow matching', 'diffusion', 'stochastic differential equations', 'Schrödinger bridge', 'Fokker-Planck equation'],
  aliases: ['interpolant', 'SDE', 'ODE', 'score', 'Föllmer'],
  summary: 'One moving cloud, followed along smooth lines or along wild ones: at every time it is the same cloud.',
  lede: 'Mix samples of two clouds, and one cloud moves into the other. Particles follow it along smooth lines or along wild ones: drag ε, the noise, and watch the paths change and the cloud stay.',
  paper: {
    title: 'Stochastic Interpolants: A Unifying Framework for Flows and Diffusions',
    authors: ['Michael S. Albergo', 'Nicholas M. Boffi', 'Eric Vanden-Eijnden'],
    year: 2023,
    url: 'https://arxiv.org/abs/2303.08797',
  },
  also: [
    {
      title: 'Building Normalizing Flows with Stochastic Interpolants',
      authors: ['Michael S. Albergo', 'Eric Vanden-Eijnden'],
      year: 2022,
      venue: 'ICLR 2023',
      url: 'https://arxiv.org/abs/2209.15571',
    },
    {
      title: 'Flow Matching for Generative Modeling',
      authors: ['Yaron Lipman', 'Ricky T. Q. Chen', 'Heli Ben-Hamu', 'Maximilian Nickel', 'Matt Le'],
      year: 2022,
      venue: 'ICLR 2023',
      url: 'https://arxiv.org/abs/2210.02747',
    },
    {
      title: 'Diffusion Schrödinger Bridge with Applications to Score-Based Generative Modeling',
      authors: ['Valentin De Bortoli', 'James Thornton', 'Jeremy Heng', 'Arnaud Doucet'],
      year: 2021,
      venue: 'NeurIPS 2021',
      url: 'https://arxiv.org/abs/2106.01357',
    },
  ],
} satisfies Meta
