import type { TourMeta } from '@/lecture/tour'

export default {
  slug: 'momentum',
  title: 'Momentum, from the valley to the sampler',
  summary:
    'One old idea, keep part of the motion, in an optimizer, in layers of a network, among machines and in a diffusion sampler.',
  minutes: 30,
  questions: [
    'Why is gradient descent slow in a long valley, and what does momentum change?',
    'Which step sizes are safe, and how does momentum move that edge?',
    'What do a layer of experts, a federated server and a sampler have in common with the heavy ball?',
    'What does momentum cost in each of them?',
  ],
} satisfies TourMeta
