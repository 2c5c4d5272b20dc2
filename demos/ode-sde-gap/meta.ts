import type { Meta } from '@/contract'

export default {
  slug: 'ode-sde-gap',
  title: 'Two samplers, one score',
  topics: ['diffusion'],
  tags: ['diffusion', 'score', 'probability flow', 'Fokker-Planck equation', 'stochastic differential equations'],
  aliases: ['ODE-SDE gap', 'ODE', 'SDE', 'residual', 'physics-informed', 'PINN', 'Wasserstein distance', 'FP-Diffusion'],
  summary:
    'A diffusion model samples with noise or without. Both agree only if its score obeys the Fokker-Planck equation; by how much it does not says how far they part.',
  lede: 'A diffusion model turns noise into samples with a random walk (SDE) or a smooth flow (ODE). With the exact score both end alike. Here the score is a little wrong: drag δ, the size of its error, and watch the two part.',
  paper: {
    title: 'Closing the ODE-SDE gap in score-based diffusion models through the Fokker-Planck equation',
    authors: ['Teo Deveney', 'Jan Stanczuk', 'Lisa M. Kreusser', 'Chris Budd', 'Carola-Bibiane Schönlieb'],
    year: 2025,
    venue: 'Phil. Trans. R. Soc. A',
    journal: true,
    url: 'https://arxiv.org/abs/2311.15996',
  },
  also: [
    {
      title: 'Score-Based Generative Modeling through Stochastic Differential Equations',
      authors: ['Yang Song', 'Jascha Sohl-Dickstein', 'Diederik P. Kingma', 'Abhishek Kumar', 'Stefano Ermon', 'Ben Poole'],
      year: 2021,
      venue: 'ICLR 2021',
      url: 'https://arxiv.org/abs/2011.13456',
    },
    {
      title: 'FP-Diffusion: Improving Score-based Diffusion Models by Enforcing the Underlying Score Fokker-Planck Equation',
      authors: ['Chieh-Hsin Lai', 'Yuhta Takida', 'Naoki Murata', 'Toshimitsu Uesaka', 'Yuki Mitsufuji', 'Stefano Ermon'],
      year: 2023,
      venue: 'ICML 2023',
      url: 'https://arxiv.org/abs/2210.04296',
    },
  ],
} satisfies Meta
