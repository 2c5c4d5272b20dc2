import type { Meta } from '@/contract'

export default {
  slug: 'evodiff',
  title: 'Ten model calls, well spent',
  topics: ['diffusion'],
  tags: ['diffusion sampling', 'few-step solvers', 'multistep solvers', 'conditional variance', 'order of convergence'],
  aliases: ['EVODiff', 'DPM-Solver++', 'DPM-Solver', 'DDIM', 'entropy-aware variance optimisation', 'few-step sampling', 'NFE'],
  summary: 'With ten calls of the model a sampler falls short. EVODiff weighs its last guesses before it extrapolates them.',
  lede: 'A diffusion sampler asks a large network for its guess of the clean picture, again and again. With ten calls it stops short. EVODiff measures how its last guesses line up, and corrects by that. Spend more calls, or hold its weights.',
  paper: {
    title: 'EVODiff: Entropy-aware Variance Optimized Diffusion Inference',
    authors: ['Shigui Li', 'Wei Chen', 'Delu Zeng'],
    year: 2025,
    venue: 'NeurIPS 2025',
    url: 'https://arxiv.org/abs/2509.26096',
  },
  also: [
    {
      title: 'DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models',
      authors: ['Cheng Lu', 'Yuhao Zhou', 'Fan Bao', 'Jianfei Chen', 'Chongxuan Li', 'Jun Zhu'],
      year: 2022,
      url: 'https://arxiv.org/abs/2211.01095',
    },
    {
      title: 'Denoising Diffusion Implicit Models',
      authors: ['Jiaming Song', 'Chenlin Meng', 'Stefano Ermon'],
      year: 2021,
      venue: 'ICLR 2021',
      url: 'https://arxiv.org/abs/2010.02502',
    },
    {
      title: 'Elucidating the Design Space of Diffusion-Based Generative Models',
      authors: ['Tero Karras', 'Miika Aittala', 'Timo Aila', 'Samuli Laine'],
      year: 2022,
      venue: 'NeurIPS 2022',
      url: 'https://arxiv.org/abs/2206.00364',
    },
  ],
} satisfies Meta
