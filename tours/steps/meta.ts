import type { TourMeta } from '@/lecture/tour'

export default {
  slug: 'steps',
  title: 'Steps in time: when to take small ones',
  summary: 'Stars, fluids, optimizers and samplers all step through time. Where a small step is needed, and where it is a waste.',
  minutes: 30,
  questions: [
    'Why is one step size for all moments either wrong or slow?',
    'How does a solver see that a step was too large?',
    'Can a run be wrong although its energy is right?',
    'Where is the limit on a step stability, and where is it accuracy?',
  ],
} satisfies TourMeta
