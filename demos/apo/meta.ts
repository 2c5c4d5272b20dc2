import type { Meta } from '@/contract'

export default {
  slug: 'apo',
  title: 'Momentum for opinions',
  topics: ['language', 'optimizers', 'momentum'],
  tags: ['momentum', 'Nesterov', 'alignment', 'preferences', 'DPO', 'language models'],
  aliases: ['APO', 'RLHF', 'LLM', 'SPPO', 'proximal point'],
  summary:
    'Teaching by comparisons, round after round: push each new policy a bit further the way it just moved, and it arrives in fewer rounds.',
  lede: 'A policy chooses among three answers, and each round of preferences moves it towards the best one. Extrapolation takes the same road in longer steps. Drag the start, or pull the tops of the rewards.',
  paper: {
    title: 'Accelerated Preference Optimization for Large Language Model Alignment',
    authors: ['Jiafan He', 'Huizhuo Yuan', 'Quanquan Gu'],
    year: 2024,
    url: 'https://arxiv.org/abs/2410.06293',
  },
  also: [
    {
      title: 'Direct Preference Optimization: Your Language Model is Secretly a Reward Model',
      authors: ['Rafael Rafailov', 'Archit Sharma', 'Eric Mitchell', 'Stefano Ermon', 'Christopher D. Manning', 'Chelsea Finn'],
      year: 2023,
      venue: 'NeurIPS 2023',
      url: 'https://arxiv.org/abs/2305.18290',
    },
    {
      title: 'Self-Play Preference Optimization for Language Model Alignment',
      authors: ['Yue Wu', 'Zhiqing Sun', 'Huizhuo Yuan', 'Kaixuan Ji', 'Yiming Yang', 'Quanquan Gu'],
      year: 2024,
      url: 'https://arxiv.org/abs/2405.00675',
    },
  ],
} satisfies Meta
