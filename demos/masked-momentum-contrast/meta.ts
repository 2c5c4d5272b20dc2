import type { Meta } from '@/contract'

export default {
  slug: 'masked-momentum-contrast',
  title: 'Segment by pointing',
  topics: ['representations', 'momentum'],
  tags: [
    'self-supervised learning',
    'segmentation',
    'zero-shot',
    'masked image modelling',
    'self-distillation',
    'contrastive learning',
  ],
  aliases: ['MMC', 'MoCo', 'iBOT', 'SimMIM', 'GMML', 'DINO', 'momentum encoder', 'prompt', 'patch similarity', 'InfoNCE'],
  summary:
    'Point at one patch of a picture: what resembles it is its object. No label is needed, if the features are good; three cheap signals teach them.',
  lede: 'Point at a patch, and all patches whose features resemble it are declared to be the same object. With raw patches that gives salt and pepper; a small network, trained without a single label, does better. Drag the prompt over the picture, or the objects.',
  paper: {
    title: 'Masked Momentum Contrastive Learning for Zero-shot Semantic Understanding',
    authors: ['Jiantao Wu', 'Shentong Mo', 'Muhammad Awais', 'Sara Atito', 'Zhenhua Feng', 'Josef Kittler'],
    year: 2023,
    url: 'https://arxiv.org/abs/2308.11448',
  },
} satisfies Meta
