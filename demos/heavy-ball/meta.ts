import type { Meta } from '@/contract'

export default {
  slug: 'heavy-ball',
  title: 'The heavy ball',
  topics: ['optimizers', 'momentum'],
  tags: ['momentum', 'gradient descent', 'stability', 'convergence rate', 'quadratics'],
  aliases: ['Polyak', 'gradient descent with momentum', 'why momentum really works'],
  summary: 'A marble in a viscous valley: one dot on a map says whether it crawls, glides, ripples or flies off.',
  lede: 'A marble in a viscous valley. Whether it crawls, glides, ripples or flies off is decided by where one dot sits on a map. Drag the marble, or drag the dot.',
  paper: {
    title: 'Diffusion Sampling with Momentum for Mitigating Divergence Artifacts',
    authors: ['Suttisak Wizadwongsa', 'Worameth Chinchuthakun', 'Pramook Khungurn', 'Amit Raj', 'Supasorn Suwajanakorn'],
    year: 2023,
    venue: 'ICLR 2024',
    url: 'https://arxiv.org/abs/2307.11118',
  },
  also: [
    {
      title: 'Why Momentum Really Works',
      authors: ['Gabriel Goh'],
      year: 2017,
      venue: 'Distill',
      journal: true,
      url: 'https://doi.org/10.23915/distill.00006',
    },
    {
      title: 'Some methods of speeding up the convergence of iteration methods',
      authors: ['Boris T. Polyak'],
      year: 1964,
      venue: 'USSR Computational Mathematics and Mathematical Physics 4(5)',
      journal: true,
      url: 'https://doi.org/10.1016/0041-5553(64)90137-5',
    },
    {
      title: 'Analysis and Design of Optimization Algorithms via Integral Quadratic Constraints',
      authors: ['Laurent Lessard', 'Benjamin Recht', 'Andrew Packard'],
      year: 2016,
      venue: 'SIAM Journal on Optimization 26(1)',
      journal: true,
      url: 'https://arxiv.org/abs/1408.3595',
    },
  ],
} satisfies Meta
