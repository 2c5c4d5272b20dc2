import type { TourMeta } from '@/lecture/tour'

export default {
  slug: 'physics',
  title: 'Can a model know physics?',
  summary:
    'How to ask a film for its gravity, a network for a solver’s step, and data for the truth about a system; and when no answer can be had.',
  minutes: 35,
  questions: [
    'How does one test the physics of a film without a ruler?',
    'What can a network learn to decide for a solver, and what not?',
    'Which laws can a learned fluid not keep?',
    'When can no amount of data settle a question about a system?',
  ],
} satisfies TourMeta
