import type { Meta } from '@/contract'

export default {
  slug: 'adamp',
  title: 'Momentum grows the weights',
  topics: ['optimizers', 'momentum'],
  tags: ['momentum', 'scale invariance', 'batch normalization', 'effective step size', 'Adam', 'sphere'],
  aliases: ['AdamP', 'SGDP', 'weight norm', 'scale-invariant weights'],
  summary:
    'Where only the direction of a weight vector counts, momentum makes the vector long and its steps short. AdamP does not.',
  lede: 'After batch normalization only the direction of a weight vector counts. Momentum makes the vector longer, and a long vector hardly turns. SGDP and AdamP take the outward part out of each step. Drag the start: from where does momentum stay on the globe?',
  paper: {
    title: 'AdamP: Slowing Down the Slowdown for Momentum Optimizers on Scale-invariant Weights',
    authors: [
      'Byeongho Heo',
      'Sanghyuk Chun',
      'Seong Joon Oh',
      'Dongyoon Han',
      'Sangdoo Yun',
      'Gyuwan Kim',
      'Youngjung Uh',
      'Jung-Woo Ha',
    ],
    year: 2020,
    venue: 'ICLR 2021',
    url: 'https://arxiv.org/abs/2006.08217',
  },
} satisfies Meta
