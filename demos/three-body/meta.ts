import type { Meta } from '@/contract'

export default {
  slug: 'three-body',
  title: 'When to take small steps',
  topics: ['dynamics', 'learnedPhysics'],
  tags: ['three bodies', 'chaos', 'adaptive steps', 'Hermite scheme', 'reinforcement learning'],
  aliases: ['N-body', 'Hermite integrator', 'HMM', 'gravity'],
  summary: 'Three stars mostly drift and sometimes nearly collide: a step that is fine now is far too long a moment later.',
  lede: 'Three stars drift for ages and then nearly collide. What is a good time step? Press play and watch it shrink, or drag a ring: there a star starts.',
  paper: {
    title: 'Reinforcement Learning for Adaptive Time-Stepping in the Chaotic Gravitational Three-Body Problem',
    authors: ['Veronica Saz\u00a0Ulibarrena', 'Simon Portegies\u00a0Zwart'],
    year: 2025,
    venue: 'Communications in Nonlinear Science and Numerical Simulation',
    journal: true,
    url: 'https://arxiv.org/abs/2502.12809',
  },
  also: [
    {
      title: 'Building a better leapfrog',
      authors: ['Piet Hut', 'Jun Makino', 'Steve McMillan'],
      year: 1995,
      venue: 'The Astrophysical Journal Letters 443',
      journal: true,
      url: 'https://doi.org/10.1086/187844',
    },
    {
      title:
        'IAS15: a fast, adaptive, high-order integrator for gravitational dynamics, accurate to machine precision over a billion orbits',
      authors: ['Hanno Rein', 'David S. Spiegel'],
      year: 2015,
      venue: 'Monthly Notices of the Royal Astronomical Society 446(2)',
      journal: true,
      url: 'https://arxiv.org/abs/1409.4779',
    },
    {
      title: 'Complete Solution of a General Problem of Three Bodies',
      authors: ['Victor Szebehely', 'C. Frederick Peters'],
      year: 1967,
      venue: 'The Astronomical Journal 72',
      journal: true,
      url: 'https://doi.org/10.1086/110355',
    },
    {
      title: 'A remarkable periodic solution of the three-body problem in the case of equal masses',
      authors: ['Alain Chenciner', 'Richard Montgomery'],
      year: 2000,
      venue: 'Annals of Mathematics 152(3)',
      journal: true,
      url: 'https://arxiv.org/abs/math/0011268',
    },
  ],
} satisfies Meta
