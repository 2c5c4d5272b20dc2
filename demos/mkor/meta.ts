import type { Meta } from '@/contract'

export default {
  slug: 'mkor',
  title: 'The inverse, one vector at a time (MKOR)',
  topics: ['optimizers'],
  tags: ['momentum', 'K-FAC', 'second order', 'preconditioning', 'optimizers'],
  aliases: ['MKOR', 'Kronecker', 'natural gradient', 'second-order optimizer', 'Sherman-Morrison'],
  summary:
    'K-FAC inverts matrices to know the shape of the valley. MKOR keeps the inverse, and corrects it by one vector a step.',
  lede: 'Momentum crawls along a narrow valley. K-FAC knows the shape of the valley, but has to invert matrices for it. MKOR keeps the inverse, and corrects it by one vector in each step. Drag the ends of the ellipse, and see who still gets to the bottom.',
  paper: {
    title: 'MKOR: Momentum-Enabled Kronecker-Factor-Based Optimizer Using Rank-1 Updates',
    authors: ['Mohammad Mozaffari', 'Sikan Li', 'Zhao Zhang', 'Maryam Mehri Dehnavi'],
    year: 2023,
    venue: 'NeurIPS 2023',
    url: 'https://arxiv.org/abs/2306.01685',
  },
  also: [
    {
      title: 'Optimizing Neural Networks with Kronecker-factored Approximate Curvature',
      authors: ['James Martens', 'Roger Grosse'],
      year: 2015,
      venue: 'ICML 2015',
      url: 'https://arxiv.org/abs/1503.05671',
    },
  ],
} satisfies Meta
