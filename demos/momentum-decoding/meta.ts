import type { Meta } from '@/contract'

export default {
  slug: 'momentum-decoding',
  title: 'Momentum decoding',
  topics: ['language', 'momentum'],
  tags: ['text generation', 'language models', 'repetition', 'graphs', 'n-grams'],
  aliases: ['LLM', 'greedy decoding', 'degeneration', 'contrastive search'],
  summary:
    'A language model that always says its likeliest word ends up going in circles. A resistance on old paths gets it out.',
  lede: 'Every word said becomes a place, every next word an arrow. Who always says the likeliest word walks in circles. A toll on old paths leads out: drag its second step down, and see where the walk goes.',
  paper: {
    title: 'Momentum Decoding: Open-ended Text Generation As Graph Exploration',
    authors: ['Tian Lan', 'Yixuan Su', 'Shuhang Liu', 'Heyan Huang', 'Xian-Ling Mao'],
    year: 2022,
    url: 'https://arxiv.org/abs/2212.02175',
  },
  also: [
    {
      title: 'Alice’s Adventures in Wonderland, chapters I to III',
      authors: ['Lewis Carroll'],
      year: 1865,
      url: 'https://www.gutenberg.org/ebooks/11',
    },
  ],
} satisfies Meta
