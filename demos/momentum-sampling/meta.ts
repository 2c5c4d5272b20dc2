import type { Meta } from '@/contract'

export default {
  slug: 'momentum-sampling',
  title: 'Momentum in a diffusion sampler',
  topics: ['diffusion', 'momentum'],
  tags: ['diffusion sampling', 'multistep solvers', 'stability region', 'momentum', 'guidance', 'order of convergence'],
  aliases: ['GHVB', 'Adams-Bashforth', 'linear multistep', 'DDIM'],
  summary: 'A sampler in a hurry throws pictures far away. Momentum stretches the region in which its steps are safe.',
  lede: 'A sampler in a hurry throws some pictures far outside the data. Each solver has a region of safe steps, and momentum stretches it. Take the region by its left end and pull.',
  paper: {
    title: 'Diffusion Sampling with Momentum for Mitigating Divergence Artifacts',
    authors: ['Suttisak Wizadwongsa', 'Worameth Chinchuthakun', 'Pramook Khungurn', 'Amit Raj', 'Supasorn Suwajanakorn'],
    year: 2023,
    venue: 'ICLR 2024',
    url: 'https://arxiv.org/abs/2307.11118',
  },
  also: [
    {
      title: 'Pseudo Numerical Methods for Diffusion Models on Manifolds',
      authors: ['Luping Liu', 'Yi Ren', 'Zhijie Lin', 'Zhou Zhao'],
      year: 2022,
      venue: 'ICLR 2022',
      url: 'https://arxiv.org/abs/2202.09778',
    },
    {
      title: 'Classifier-Free Diffusion Guidance',
      authors: ['Jonathan Ho', 'Tim Salimans'],
      year: 2022,
      url: 'https://arxiv.org/abs/2207.12598',
    },
  ],
} satisfies Meta
