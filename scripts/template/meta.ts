import type { Meta } from '@/contract'

export default {
  slug: 'template',
  title: 'Template',
  topics: ['dynamics'],
  tags: ['decay', 'step size'],
  summary: 'A method may be exact in the limit and still explode at the step you took.',
  lede: 'What decays should only shrink. Make the step larger and see when the computed value does not.',
  paper: {
    title: 'A special stability problem for linear multistep methods',
    authors: ['Germund Dahlquist'],
    year: 1963,
    venue: 'BIT Numerical Mathematics 3',
    journal: true,
    url: 'https://doi.org/10.1007/BF01963532',
  },
} satisfies Meta
