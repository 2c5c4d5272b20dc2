import type { Meta } from '@/contract'

export default {
  slug: 'fedavg-momentum',
  title: 'Marching together (FedAvg-M)',
  topics: ['distributed', 'momentum'],
  tags: ['momentum', 'federated learning', 'client drift', 'SCAFFOLD', 'distributed'],
  aliases: ['FedAvg', 'FedAvg-M', 'non-IID', 'clients'],
  summary:
    'Clients that train apart run towards their own data, and their mean stops at the wrong place. The last common direction keeps them together.',
  lede: 'Five clients train one model on data of their own. Between meetings each walks towards its own best place, and so their mean comes to rest away from the best place for all, the star. Drag a numbered dot, and see the resting place, the cross, leave the star.',
  paper: {
    title: 'Momentum Benefits Non-IID Federated Learning Simply and Provably',
    authors: ['Ziheng Cheng', 'Xinmeng Huang', 'Pengfei Wu', 'Kun Yuan'],
    year: 2023,
    venue: 'ICLR 2024',
    url: 'https://arxiv.org/abs/2306.16504',
  },
  also: [
    {
      title: 'SCAFFOLD: Stochastic Controlled Averaging for Federated Learning',
      authors: [
        'Sai Praneeth Karimireddy',
        'Satyen Kale',
        'Mehryar Mohri',
        'Sashank J. Reddi',
        'Sebastian U. Stich',
        'Ananda Theertha Suresh',
      ],
      year: 2020,
      venue: 'ICML 2020',
      url: 'https://arxiv.org/abs/1910.06378',
    },
  ],
} satisfies Meta
