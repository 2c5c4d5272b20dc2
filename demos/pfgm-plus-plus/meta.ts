import type { Meta } from '@/contract'

export default {
  slug: 'pfgm-plus-plus',
  title: 'From electric field lines to diffusion',
  topics: ['diffusion'],
  tags: ['generative models', 'electrostatics', 'Student t', 'sampling', 'noise', 'robustness'],
  aliases: ['PFGM', 'PFGM++', 'Poisson flow', 'Poisson field', 'physics-inspired generative models', 'heavy tails'],
  summary:
    'Put every data point as a charge on a floor: field lines lead down to the data. With more and more extra dimensions they become a diffusion model.',
  lede: 'Each data point is an electric charge on the floor of a space with D extra dimensions. Far up the field looks like that of one charge; followed down, its lines end on the data. Drag the start at the top, then slide D from 1, real electrostatics, to ∞, a diffusion model.',
  paper: {
    title: 'PFGM++: Unlocking the Potential of Physics-Inspired Generative Models',
    authors: ['Yilun Xu', 'Ziming Liu', 'Yonglong Tian', 'Shangyuan Tong', 'Max Tegmark', 'Tommi Jaakkola'],
    year: 2023,
    venue: 'ICML 2023',
    url: 'https://arxiv.org/abs/2302.04265',
  },
  also: [
    {
      title: 'Poisson Flow Generative Models',
      authors: ['Yilun Xu', 'Ziming Liu', 'Max Tegmark', 'Tommi Jaakkola'],
      year: 2022,
      venue: 'NeurIPS 2022',
      url: 'https://arxiv.org/abs/2209.11178',
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
