import type { Meta } from '@/contract'

export default {
  slug: 'score-or-wgf',
  title: 'Is it really a score?',
  topics: ['diffusion'],
  tags: ['diffusion', 'score', 'curl', 'Helmholtz-Hodge decomposition', 'Wasserstein gradient flow', 'free energy'],
  aliases: [
    'conservative field',
    'non-conservative',
    'circulation',
    'Jacobian asymmetry',
    'flow matching',
    'probability flow',
    'WGF',
    'Fokker-Planck equation',
    'sliced Wasserstein distance',
  ],
  summary:
    'A score is the slope of a landscape: walk round and you are back at the same height. A trained diffusion network is no such slope, and samples well all the same.',
  lede: 'A diffusion network is said to learn the score, the slope of the log density. A slope does no work round a closed loop; this trained network does. Drag the loop and see what it ends with.',
  paper: {
    title:
      'Are We Really Learning the Score Function? Reinterpreting Diffusion Models Through Wasserstein Gradient Flow Matching',
    authors: ['An B. Vuong', 'Michael T. McCann', 'Javier E. Santos', 'Yen Ting Lin'],
    year: 2025,
    venue: 'Transactions on Machine Learning Research',
    journal: true,
    url: 'https://arxiv.org/abs/2509.00336',
  },
  also: [
    {
      title: 'The Variational Formulation of the Fokker-Planck Equation',
      authors: ['Richard Jordan', 'David Kinderlehrer', 'Felix Otto'],
      year: 1998,
      venue: 'SIAM Journal on Mathematical Analysis',
      journal: true,
      url: 'https://doi.org/10.1137/S0036141096303359',
    },
    {
      title: 'On gauge freedom, conservativity and intrinsic dimensionality estimation in diffusion models',
      authors: ['Christian Horvat', 'Jean-Pascal Pfister'],
      year: 2024,
      venue: 'ICLR 2024',
      url: 'https://arxiv.org/abs/2402.03845',
    },
  ],
} satisfies Meta
