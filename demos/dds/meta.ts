import type { Meta } from '@/contract'

export default {
  slug: 'dds',
  title: 'Conjugate gradients inside a sampler',
  topics: ['diffusion'],
  tags: ['diffusion', 'inverse problems', 'tomography', 'conjugate gradients', 'Krylov subspace', 'medical imaging'],
  aliases: ['DDS', 'decomposed diffusion sampler', 'CT', 'MRI', 'CG', 'DPS', 'diffusion posterior sampling', 'reconstruction'],
  summary:
    'A scanner took too few measurements. A diffusion model knows what pictures look like. A few conjugate-gradient steps between its steps put both together.',
  lede: 'Three X-ray views give 87 numbers for a picture of 400 pixels: many pictures fit. A diffusion model knows phantoms of this kind, but not this one. Drag the lesion in the true picture, and watch it being found.',
  paper: {
    title: 'Decomposed Diffusion Sampler for Accelerating Large-Scale Inverse Problems',
    authors: ['Hyungjin Chung', 'Suhyeon Lee', 'Jong Chul Ye'],
    year: 2024,
    venue: 'ICLR 2024',
    url: 'https://arxiv.org/abs/2303.05754',
  },
  also: [
    {
      title: 'Diffusion Posterior Sampling for General Noisy Inverse Problems',
      authors: ['Hyungjin Chung', 'Jeongsol Kim', 'Michael T. Mccann', 'Marc L. Klasky', 'Jong Chul Ye'],
      year: 2023,
      venue: 'ICLR 2023',
      url: 'https://arxiv.org/abs/2209.14687',
    },
    {
      title: 'Methods of conjugate gradients for solving linear systems',
      authors: ['Magnus R. Hestenes', 'Eduard Stiefel'],
      year: 1952,
      venue: 'Journal of Research of the National Bureau of Standards 49',
      journal: true,
      url: 'https://doi.org/10.6028/jres.049.044',
    },
  ],
} satisfies Meta
