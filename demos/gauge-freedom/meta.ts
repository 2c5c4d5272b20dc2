import type { Meta } from '@/contract'

export default {
  slug: 'gauge-freedom',
  title: 'A swirl that samples never see',
  topics: ['diffusion'],
  tags: ['generative models', 'score', 'conservative field', 'intrinsic dimension', 'manifold', 'probability flow'],
  aliases: [
    'gauge freedom',
    'gauge field',
    'conservativity',
    'non-conservative score',
    'Helmholtz decomposition',
    'local dimension',
  ],
  summary:
    'Stir a diffusion model’s field as you like: samples and likelihoods stay exact. But ask it how many directions the data have, and the answer is spoiled.',
  lede: 'To the true score one may add any field that moves points along without piling them up. Samples and likelihoods do not notice. But ask the model how many directions the data have, and the stirring spoils the answer. Slide κ, and drag the axis of the swirl.',
  paper: {
    title: 'On gauge freedom, conservativity and intrinsic dimensionality estimation in diffusion models',
    authors: ['Christian Horvat', 'Jean-Pascal Pfister'],
    year: 2024,
    venue: 'ICLR 2024',
    url: 'https://arxiv.org/abs/2402.03845',
  },
} satisfies Meta
