import type { Meta } from '@/contract'

export default {
  slug: 'stochastic-acceleration',
  title: 'The pile-up bump',
  topics: ['dynamics'],
  tags: ['stochastic acceleration', 'Fokker-Planck equation', 'cosmic rays', 'turbulence', 'Monte Carlo'],
  aliases: [
    'second-order Fermi acceleration',
    'Fermi II',
    'momentum diffusion',
    'synchrotron losses',
    'Scharfetter-Gummel',
    'Chang-Cooper',
    'Bochum',
  ],
  summary:
    'Particles that bounce among moving magnetic clouds gain momentum, until radiation takes it as fast: there they pile up.',
  lede: 'Moving magnetic clouds kick charged particles to ever larger momenta, radiation drains the fastest, some escape. Where gain and loss balance, a bump stands in the spectrum. Drag the balance and watch the bump follow.',
  paper: {
    title: 'Stochastic acceleration in arbitrary astrophysical environments',
    authors: ['Dominik Walter', 'Björn Eichmann'],
    year: 2024,
    url: 'https://arxiv.org/abs/2411.14804',
  },
  also: [
    {
      title: 'On the Origin of the Cosmic Radiation',
      authors: ['Enrico Fermi'],
      year: 1949,
      venue: 'Physical Review 75',
      journal: true,
      url: 'https://doi.org/10.1103/PhysRev.75.1169',
    },
    {
      title: 'A Practical Difference Scheme for Fokker-Planck Equations',
      authors: ['Julius S. Chang', 'Geoffrey Cooper'],
      year: 1970,
      venue: 'Journal of Computational Physics 6',
      journal: true,
      url: 'https://doi.org/10.1016/0021-9991(70)90001-X',
    },
  ],
} satisfies Meta
