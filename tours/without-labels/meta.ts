import type { TourMeta } from '@/lecture/tour'

export default {
  slug: 'without-labels',
  title: 'Learning without labels',
  summary:
    'A network that compares views of one picture can cheat by seeing nothing. Three ways against it, and what is learned when it cannot.',
  minutes: 30,
  questions: [
    'Which cheat does every loss between two views allow, and why does the loss not see it?',
    'What do fair shares, a lagging copy and a spreading force each do against it?',
    'What does each of them have to know of the other pictures, and what does that cost?',
    'What has been learned in the end, and how can one tell without labels?',
  ],
} satisfies TourMeta
