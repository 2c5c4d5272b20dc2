import type { Meta } from '@/contract'

export default {
  slug: 'video-physical-law',
  title: 'Does a video model know inertia?',
  topics: ['learnedPhysics'],
  tags: ['video generation', 'world models', 'generalization', 'extrapolation', 'inertia', 'memorization'],
  aliases: ['How far is video generation from world model', 'PhyWorld', 'case-based', 'out of distribution', 'Sora'],
  summary:
    'A network that continues films of a rolling ball seems to know inertia, until the ball has a speed that it has not seen: then it copies the nearest case.',
  lede: 'A small network has learned to continue films of a rolling ball. Within the speeds it was trained on it seems to know that the ball rolls on. Throw the ball faster than any that it has seen, or cut a gap into its training.',
  paper: {
    title: 'How Far is Video Generation from World Model: A Physical Law Perspective',
    authors: ['Bingyi Kang', 'Yang Yue', 'Rui Lu', 'Zhijie Lin', 'Yang Zhao', 'Kaixin Wang', 'Gao Huang', 'Jiashi Feng'],
    year: 2025,
    venue: 'ICML 2025',
    url: 'https://arxiv.org/abs/2411.02385',
  },
} satisfies Meta
