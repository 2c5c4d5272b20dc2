import type { Meta } from '@/contract'

export default {
  slug: 'adan',
  title: 'Looking ahead for free (Adan)',
  topics: ['optimizers', 'momentum'],
  tags: ['momentum', 'Nesterov', 'Adam', 'optimizers', 'learning rate'],
  aliases: ['Adan', 'Nesterov momentum', 'lookahead gradient'],
  summary:
    'Nesterov looks ahead before it measures the slope. Adan gets the same from how the slope has changed, at no extra place.',
  lede: 'Optimizers go down the same surface. Nesterov measures the slope where its motion would lead; Adan reads the same from the change of the slope. On this smooth valley the old heavy ball beats both. Drag the start, and see whether it stays so.',
  paper: {
    title: 'Adan: Adaptive Nesterov Momentum Algorithm for Faster Optimizing Deep Models',
    authors: ['Xingyu Xie', 'Pan Zhou', 'Huan Li', 'Zhouchen Lin', 'Shuicheng Yan'],
    year: 2022,
    venue: 'IEEE Transactions on Pattern Analysis and Machine Intelligence',
    journal: true,
    url: 'https://arxiv.org/abs/2208.06677',
  },
  also: [
    {
      title: 'Adam: A Method for Stochastic Optimization',
      authors: ['Diederik P. Kingma', 'Jimmy Ba'],
      year: 2014,
      venue: 'ICLR 2015',
      url: 'https://arxiv.org/abs/1412.6980',
    },
    {
      title: 'Some methods of speeding up the convergence of iteration methods',
      authors: ['Boris T. Polyak'],
      year: 1964,
      venue: 'USSR Computational Mathematics and Mathematical Physics 4(5)',
      journal: true,
      url: 'https://doi.org/10.1016/0041-5553(64)90137-5',
    },
  ],
} satisfies Meta
