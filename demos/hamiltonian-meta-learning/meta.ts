import type { Meta } from '@/contract'

export default {
  slug: 'hamiltonian-meta-learning',
  title: 'Learning to learn physics',
  topics: ['learnedPhysics', 'dynamics'],
  tags: ['meta-learning', 'MAML', 'Hamiltonian neural network', 'few-shot', 'energy conservation', 'phase space'],
  aliases: [
    'FOMAML',
    'HNN',
    'fine-tuning',
    'pre-training',
    'Hénon-Heiles',
    'Kepler problem',
    'transfer learning',
    'fast adaptation',
  ],
  summary:
    'A network that has met four laws of motion learns a fifth from forty observations in five steps, if it was trained to learn rather than to know.',
  lede: 'Three networks get five steps and forty observations to learn gravity, which none has met. Press the plane to choose what is observed, and drag the body that they have to follow.',
  paper: {
    title: 'Towards Cross Domain Generalization of Hamiltonian Representation via Meta Learning',
    authors: ['Yeongwoo Song', 'Hawoong Jeong'],
    year: 2024,
    venue: 'ICLR 2024',
    url: 'https://arxiv.org/abs/2212.01168',
  },
  also: [
    {
      title: 'Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks',
      authors: ['Chelsea Finn', 'Pieter Abbeel', 'Sergey Levine'],
      year: 2017,
      venue: 'ICML 2017',
      url: 'https://arxiv.org/abs/1703.03400',
    },
    {
      title: 'Hamiltonian Neural Networks',
      authors: ['Sam Greydanus', 'Misko Dzamba', 'Jason Yosinski'],
      year: 2019,
      venue: 'NeurIPS 2019',
      url: 'https://arxiv.org/abs/1906.01563',
    },
  ],
} satisfies Meta
