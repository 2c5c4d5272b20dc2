import type { Meta } from '@/contract'

export default {
  slug: 'koopman-limits',
  title: 'What data can prove',
  topics: ['dynamics', 'learnedPhysics'],
  tags: [
    'Koopman operator',
    'dynamic mode decomposition',
    'spectral pollution',
    'pseudospectrum',
    'torus maps',
    'limits of learning',
  ],
  aliases: ['EDMD', 'ResDMD', 'DMD', 'Koopman operator', 'spectrum', 'dynamic mode decomposition'],
  summary:
    'Data about a moving system yield modes, and many are invented. A residual tells which, and an adversary shows what it never can.',
  lede: 'Koopman’s idea: watch functions of the state instead of the state, and any motion becomes linear. Its modes can be learned from data, and most of those found are invented. Drag z: the number there tells how near a mode can be.',
  paper: {
    title: 'Limits and Powers of Koopman Learning',
    authors: ['Matthew J. Colbrook', 'Igor Mezić', 'Alexei Stepanenko'],
    year: 2024,
    url: 'https://arxiv.org/abs/2407.06312',
  },
  also: [
    {
      title: 'Rigorous data-driven computation of spectral properties of Koopman operators for dynamical systems',
      authors: ['Matthew J. Colbrook', 'Alex Townsend'],
      year: 2021,
      url: 'https://arxiv.org/abs/2111.14889',
    },
  ],
} satisfies Meta
