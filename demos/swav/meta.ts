import type { Meta } from '@/contract'

export default {
  slug: 'swav',
  title: 'Learning by sharing out',
  topics: ['representations'],
  tags: ['self-supervised learning', 'clustering', 'Sinkhorn', 'optimal transport', 'collapse'],
  aliases: ['SwAV', 'contrastive', 'prototypes', 'SSL'],
  summary:
    'A network sorts unlabelled points by predicting one view’s code from the other. Only a fair share for every star keeps it honest.',
  lede: 'Nobody tells this network what the six groups are. One rule keeps it from cheating: every star gets an equal share. Press the small circle to take the rule away, and play.',
  paper: {
    title: 'Unsupervised Learning of Visual Features by Contrasting Cluster Assignments',
    authors: ['Mathilde Caron', 'Ishan Misra', 'Julien Mairal', 'Priya Goyal', 'Piotr Bojanowski', 'Armand Joulin'],
    year: 2020,
    venue: 'NeurIPS 2020',
    url: 'https://arxiv.org/abs/2006.09882',
  },
  also: [
    {
      title: 'Sinkhorn Distances: Lightspeed Computation of Optimal Transport',
      authors: ['Marco Cuturi'],
      year: 2013,
      venue: 'NIPS 2013',
      url: 'https://arxiv.org/abs/1306.0895',
    },
    {
      title: 'Self-labelling via simultaneous clustering and representation learning',
      authors: ['Yuki M. Asano', 'Christian Rupprecht', 'Andrea Vedaldi'],
      year: 2020,
      venue: 'ICLR 2020',
      url: 'https://arxiv.org/abs/1911.05371',
    },
    {
      title: 'A Simple Framework for Contrastive Learning of Visual Representations',
      authors: ['Ting Chen', 'Simon Kornblith', 'Mohammad Norouzi', 'Geoffrey Hinton'],
      year: 2020,
      venue: 'ICML 2020',
      url: 'https://arxiv.org/abs/2002.05709',
    },
  ],
} satisfies Meta
