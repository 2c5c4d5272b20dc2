import type { Meta } from '@/contract'

export default {
  slug: 'momentum-smoe',
  title: 'Experts as gradients, depth as time (MomentumSMoE)',
  topics: ['language', 'momentum'],
  tags: ['momentum', 'mixture of experts', 'routing', 'transformers', 'stability'],
  aliases: ['MomentumSMoE', 'mixture of experts', 'MoE', 'LLM', 'router', 'gating'],
  summary: 'Each layer asks a few experts where a token should go. If layers remember their last move, more of them settle.',
  lede: 'A token passes 40 layers. In each a router asks one of four experts, and the expert moves the token downhill on its own slope: a stack of layers is gradient descent, with depth as time. So layers can be given momentum. Drag the token, and compare where both stacks take it.',
  paper: {
    title: 'MomentumSMoE: Integrating Momentum into Sparse Mixture of Experts',
    authors: ['Rachel S. Y. Teo', 'Tan M. Nguyen'],
    year: 2024,
    venue: 'NeurIPS 2024',
    url: 'https://arxiv.org/abs/2410.14574',
  },
} satisfies Meta
