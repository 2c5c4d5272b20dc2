import type { Meta } from '@/contract'

export default {
  slug: 'embedding-dynamics',
  title: 'Embeddings as particles',
  topics: ['representations'],
  tags: ['self-supervised learning', 'collapse', 'Brownian motion', 'singular values', 'momentum encoder', 'particles'],
  aliases: ['MSBReg', 'BMWReg', 'embedding dynamics', 'BYOL', 'target network', 'effective rank', 'SSL', 'EMA'],
  summary:
    'A network that only has to make two views of a picture agree puts all pictures at one place. Seen as particles, its pictures need forces that part them.',
  lede: 'Sixty pictures without labels, each a particle on a sphere. Attraction brings the views of a picture together, and alone it brings everything to one place. Kicks and spreading part them. Drag the mark in the chart to say when spreading begins, and turn the sphere.',
  paper: {
    title: 'An Embedding-Dynamic Approach to Self-supervised Learning',
    authors: ['Suhong Moon', 'Domas Buracas', 'Seunghyun Park', 'Jinkyu Kim', 'John Canny'],
    year: 2023,
    venue: 'WACV 2023',
    url: 'https://arxiv.org/abs/2207.03552',
  },
  also: [
    {
      title: 'Bootstrap Your Own Latent: A New Approach to Self-Supervised Learning',
      authors: [
        'Jean-Bastien Grill',
        'Florian Strub',
        'Florent Altché',
        'Corentin Tallec',
        'Pierre H. Richemond',
        'Elena Buchatskaya',
        'Carl Doersch',
        'Bernardo Avila Pires',
        'Zhaohan Daniel Guo',
        'Mohammad Gheshlaghi Azar',
        'Bilal Piot',
        'Koray Kavukcuoglu',
        'Rémi Munos',
        'Michal Valko',
      ],
      year: 2020,
      venue: 'NeurIPS 2020',
      url: 'https://arxiv.org/abs/2006.07733',
    },
  ],
} satisfies Meta
