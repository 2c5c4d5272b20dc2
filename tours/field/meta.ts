import type { TourMeta } from '@/lecture/tour'

export default {
  slug: 'field',
  title: 'What a diffusion model’s field is',
  summary:
    'Arrows that carry noise into data: where they come from, what their errors do, and what solvers and guidance make of them.',
  minutes: 25,
  questions: [
    'How does one build a path from noise to data, and what is its velocity?',
    'Why can the same clouds be reached by smooth and by wild paths?',
    'Which of them forgets the errors of a network, and what does that cost?',
    'What do a coarse solver and a strong guidance do to the field?',
  ],
} satisfies TourMeta
