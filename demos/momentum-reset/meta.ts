import type { Meta } from '@/contract'

export default {
  slug: 'momentum-reset',
  title: 'Rebuild the factors, forget the momentum',
  topics: ['optimizers', 'momentum'],
  tags: ['momentum', 'low rank', 'Adam', 'memory', 'pretraining'],
  aliases: ['low rank', 'GaLore', 'refactorization', 'LLM', 'memory efficient', 'SVD'],
  summary:
    'A matrix kept as two thin factors saves memory, but the load between them tips. Share it evenly again, and forget the momentum that was written for the old ones.',
  lede: 'To save memory, a matrix of weights is kept as a product BA of two thin factors. Here B begins heavy and A light, and plain training (blue) is slow for it. Drag the end of the beam until both weigh the same, and see how the loss falls.',
  paper: {
    title: 'Scalable Parameter and Memory Efficient Pretraining for LLM: Recent Algorithmic Advances and Benchmarking',
    authors: ['Athanasios Glentis', 'Jiaxiang Li', 'Qiulin Shang', 'Andi Han', 'Ioannis Tsaknakis', 'Quan Wei', 'Mingyi Hong'],
    year: 2025,
    url: 'https://arxiv.org/abs/2505.22922',
  },
  also: [
    {
      title: 'GaLore: Memory-Efficient LLM Training by Gradient Low-Rank Projection',
      authors: ['Jiawei Zhao', 'Zhenyu Zhang', 'Beidi Chen', 'Zhangyang Wang', 'Anima Anandkumar', 'Yuandong Tian'],
      year: 2024,
      venue: 'ICML 2024',
      url: 'https://arxiv.org/abs/2403.03507',
    },
  ],
} satisfies Meta
