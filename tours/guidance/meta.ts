import type { TourMeta } from '@/lecture/tour'

export default {
  slug: 'guidance',
  title: 'Guidance and its artifacts',
  summary:
    'More of what was asked for, by a push at every step: why it burns colours, why it throws samples out, and which cure is for which of the two.',
  minutes: 25,
  questions: [
    'What does guidance add to a step, and what does it do to a picture when there is too much of it?',
    'Which part of the push burns, and why is nearly all of it that part?',
    'Which artifacts come from the solver, not from the model or the push?',
    'What does each cure cost, and when does it not help?',
  ],
} satisfies TourMeta
