import type { Meta } from '@/contract'

export default {
  slug: 'two-ball-drop',
  title: 'Gravity without a ruler or a clock',
  topics: ['learnedPhysics', 'dynamics'],
  tags: ['gravity', 'generated video', 'pinhole camera', 'free fall', 'measurement'],
  aliases: ['video generation', 'world models', 'Galileo', 'Sora'],
  summary:
    'One falling ball cannot tell weak gravity from slow motion. Two balls in the same clip can, and video generators fail the test.',
  lede: 'A film of one falling ball cannot tell weak gravity from slow motion or a giant’s house. Two balls in one clip test gravity without ruler or clock. Drag a ball or the camera: the point keeps to the diagonal, give or take a frame.',
  paper: {
    title:
      'Objects in Generated Videos Are Slower Than They Appear: Models Suffer Sub-Earth Gravity and Don’t Know Galileo’s Principle…for now',
    authors: ['Varun Varma Thozhiyoor', 'Shivam Tripathi', 'Venkatesh Babu Radhakrishnan', 'Anand Bhattad'],
    year: 2025,
    venue: 'CVPR 2026 Findings',
    url: 'https://arxiv.org/abs/2512.02016',
  },
} satisfies Meta
