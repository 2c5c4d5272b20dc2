import type { Meta } from '@/contract'

export default {
  slug: 'apg',
  title: 'Turn, don’t stretch',
  topics: ['diffusion', 'momentum'],
  tags: ['guidance', 'classifier-free guidance', 'saturation', 'projection', 'momentum', 'sampling'],
  aliases: ['APG', 'CFG', 'adaptive projected guidance', 'oversaturation'],
  summary: 'Strong guidance burns colours. Take away the part of its push that only stretches, and they come back.',
  lede: 'Guidance pushes a picture towards what was asked for, and burns its colours. One part of the push turns the picture, the other only stretches it. Here the stretch is left out: drag η up to give it back, and watch the colours burn.',
  paper: {
    title: 'Eliminating Oversaturation and Artifacts of High Guidance Scales in Diffusion Models',
    authors: ['Seyedmorteza Sadat', 'Otmar Hilliges', 'Romann M. Weber'],
    year: 2024,
    venue: 'ICLR 2025',
    url: 'https://arxiv.org/abs/2410.02416',
  },
  also: [
    {
      title: 'Classifier-Free Diffusion Guidance',
      authors: ['Jonathan Ho', 'Tim Salimans'],
      year: 2022,
      url: 'https://arxiv.org/abs/2207.12598',
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
