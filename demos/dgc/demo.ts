import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { byRate, byShare } from './sweeps'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { byRate, byShare },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      race: ['loss', 'book', 'network'],
      account: ['book', 'entry', 'delays'],
      rates: ['rates', 'network'],
    },
    ledes: {
      account:
        'An entry that is not sent waits in the account until it is large enough. Drag along the account book to choose an entry, and see its weight go by leaps where the dense run goes smoothly.',
      rates:
        'What waits comes late, and what comes late must not be pushed too hard. Whole runs show which step sizes, or which shares sent, the five schemes bear. Drag the knob, and see the run on screen follow.',
    },
    openings: { race: 'end', account: 'end', rates: 'end' },
  },
  opening: 'end',
  words,
  handles,
  equations: [
    {
      tex: '\\begin{aligned} u &\\leftarrow \\p{m}\\,u + g \\\\ v &\\leftarrow v + u \\\\ s &= \\text{largest entries of } v \\end{aligned}',
      spoken:
        'At each worker the momentum u takes in the gradient g, the account v takes in u, and the largest entries of v are sent.',
    },
    {
      tex: '\\begin{aligned} &v,\\ u \\leftarrow 0 \\text{ where it was sent} \\\\ &w \\leftarrow w - \\tfrac{\\p{eta}}{\\p{workers}} \\textstyle\\sum s \\end{aligned}',
      spoken: 'Account and momentum become zero where it was sent. The server moves the weights by the mean of what arrives.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
