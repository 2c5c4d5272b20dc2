import type { Meta } from '@/contract'

export default {
  slug: 'weight-decay-scaling',
  title: 'Weight decay that grows with width',
  topics: ['optimizers'],
  tags: ['AdamW', 'weight decay', 'muP', 'scaling', 'hyperparameters'],
  aliases: [
    'weight decay',
    'maximal update parametrization',
    'width scaling',
    'hyperparameter transfer',
    'singular values',
    'steady state',
  ],
  summary:
    'Steps kick the weights about, decay pulls them back: their size at rest depends on both alone. So on wider layers decay has to grow.',
  lede: 'AdamW takes steps of one size whatever the gradient, and its weight decay pulls every weight towards 0. Kicked and pulled, weights settle at a size that does not know where they began. Drag the start, and see where they come to rest.',
  paper: {
    title: 'Robust Layerwise Scaling Rules by Proper Weight Decay Tuning',
    authors: ['Zhiyuan Fan', 'Yifeng Liu', 'Qingyue Zhao', 'Angela Yuan', 'Quanquan Gu'],
    year: 2025,
    url: 'https://arxiv.org/abs/2510.15262',
  },
  also: [
    {
      title: 'Decoupled Weight Decay Regularization',
      authors: ['Ilya Loshchilov', 'Frank Hutter'],
      year: 2019,
      venue: 'ICLR 2019',
      url: 'https://arxiv.org/abs/1711.05101',
    },
    {
      title: 'Tensor Programs V: Tuning Large Neural Networks via Zero-Shot Hyperparameter Transfer',
      authors: [
        'Greg Yang',
        'Edward J. Hu',
        'Igor Babuschkin',
        'Szymon Sidor',
        'Xiaodong Liu',
        'David Farhi',
        'Nick Ryder',
        'Jakub Pachocki',
        'Weizhu Chen',
        'Jianfeng Gao',
      ],
      year: 2022,
      url: 'https://arxiv.org/abs/2203.03466',
    },
  ],
} satisfies Meta
