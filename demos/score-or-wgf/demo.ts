import { defineDemo } from '@/contract'
import { claims } from './claims'
import { fates, flow } from './flow'
import { handles } from './handles'
import { learning } from './learning'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { split } from './split'
import { views, words } from './texts'
import { walk } from './walk'

export default defineDemo({
  meta,
  params,
  model,
  maps: { walk, learning, flow, fates, split },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      loop: ['field', 'work'],
      learning: ['learning', 'grown'],
      samples: ['cloud', 'fates'],
      split: ['parts', 'shares'],
      energy: ['densities', 'energy'],
    },
    ledes: {
      learning:
        'Two networks learn the score from the same noisy samples while you look; one is the gradient of its single output. Scrub through the updates and see how the field grows.',
      samples:
        'Particles follow a field from noise to data. The field may be exact, learned, or exact with an error as large as itself, across it or along it. Drag the start of one particle, and κ.',
      split:
        'Any error of a field has a part that moves the density and a part that only stirs it. Choose the arrows of one part; the colours show what it does.',
      energy:
        'Noise as steepest descent: the density slides down its free energy, and particles without any noise carry it there. Drag the bump, and scrub back to see it generate.',
    },
    openings: { loop: 'end', learning: 'end', samples: 'end', split: 'end', energy: 100 },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    kappa: () => ({ marks: [{ value: 0, label: 'exact' }] }),
  },
  equations: [
    {
      tex: '\\oint\\nabla\\phi\\cdot d\\ell = 0',
      spoken: 'The work of a gradient round a closed loop is zero.',
      tabs: ['loop'],
    },
    {
      tex: 'dx/d\\sigma = -\\sigma\\,(s + \\p{kappa} e)',
      spoken:
        'As sigma shrinks, x moves by minus sigma times the score s plus kappa times an error, which is s turned by a right angle, or s itself.',
      tabs: ['samples'],
    },
    {
      tex: 'e = \\nabla\\phi + r, \\quad \\nabla\\cdot(\\rho r) = 0',
      spoken: 'An error e is a gradient plus a rest r, and rho times r has no divergence.',
      tabs: ['split'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
