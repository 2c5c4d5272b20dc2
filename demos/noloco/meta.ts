import type { Meta } from '@/contract'

export default {
  slug: 'noloco',
  title: 'Gossip instead of all-reduce (NoLoCo)',
  topics: ['distributed', 'momentum'],
  tags: ['momentum', 'distributed', 'gossip', 'consensus', 'DiLoCo'],
  aliases: ['NoLoCo', 'all-reduce', 'local SGD', 'LLM'],
  summary: 'Copies of a model train apart, and each talks to one random partner. The right pull holds the flock together.',
  lede: 'Sixteen copies of a model train apart. Instead of averaging all of them, for which everyone waits for everyone, each talks to one random partner, and is pulled towards the middle of the two. Drag the point on the map across the black curve, and see the flock fly apart.',
  paper: {
    title: 'NoLoCo: No-all-reduce Low Communication Training Method for Large Models',
    authors: ['Jari Kolehmainen', 'Nikolay Blagoev', 'John Donaghy', 'Oğuzhan Ersoy', 'Christopher Nies'],
    year: 2025,
    url: 'https://arxiv.org/abs/2506.10911',
  },
} satisfies Meta
