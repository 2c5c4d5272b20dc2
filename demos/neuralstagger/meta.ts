import type { Meta } from '@/contract'

export default {
  slug: 'neuralstagger',
  title: 'NeuralStagger',
  topics: ['learnedPhysics', 'dynamics'],
  tags: ['neural PDE solver', 'fluid', 'parallel', 'aliasing', 'physics loss', 'spatial-temporal decomposition'],
  aliases: ['NeuralStagger', 'Navier-Stokes', 'PDE', 'CFD', 'physics-informed'],
  summary: 'Deal the pixels of a flow out like cards: every player solves a small problem, and the cards are laid back.',
  lede: 'Deal the pixels of a flow out like cards: each player solves a small, coarse flow alone. Laid back together, the cards show the fine flow, if it is smooth enough. Pull the lever to collect them.',
  paper: {
    title: 'NeuralStagger: Accelerating Physics-constrained Neural PDE Solver with Spatial-temporal Decomposition',
    authors: ['Xinquan Huang', 'Wenlei Shi', 'Qi Meng', 'Yue Wang', 'Xiaotian Gao', 'Jia Zhang', 'Tie-Yan Liu'],
    year: 2023,
    venue: 'ICML 2023',
    url: 'https://arxiv.org/abs/2302.10255',
  },
} satisfies Meta
