import type { Meta } from '@/contract'

export default {
  slug: 'dgc',
  title: 'Send one percent of the gradient (DGC)',
  topics: ['distributed', 'momentum'],
  tags: ['momentum', 'distributed training', 'compression', 'sparse gradients', 'optimizers'],
  aliases: ['DGC', 'deep gradient compression', 'top-k', 'error feedback'],
  summary: 'Workers send only the largest entries of their gradients, and keep the rest until it is worth sending.',
  lede: 'Four machines learn together, and talk more than they compute. What if each sends only the largest of the hundred numbers of its gradient in every step, and keeps the rest in an account until they are worth sending? Drag along the account book, or turn off what keeps the scheme together, and see what becomes of the loss.',
  paper: {
    title: 'Deep Gradient Compression: Reducing the Communication Bandwidth for Distributed Training',
    authors: ['Yujun Lin', 'Song Han', 'Huizi Mao', 'Yu Wang', 'William J. Dally'],
    year: 2018,
    venue: 'ICLR 2018',
    url: 'https://arxiv.org/abs/1712.01887',
  },
} satisfies Meta
