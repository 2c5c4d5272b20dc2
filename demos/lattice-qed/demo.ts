import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import { ground, overDistance, overMass, reference } from './maps'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { isOnLattice, MOST_ON_LATTICE, mostCutoff } from './system'
import { presets, views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { ground, reference, overMass, overDistance },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { lattice: ['lattice', 'chain'], string: ['lattice', 'potential', 'order'], flow: ['training', 'loop'] },
    ledes: {
      string:
        'The field between two charges costs energy by its length; a new pair of charges costs twice the mass. Drag the charges apart, then lower the mass until the string snaps.',
      flow: 'A small network gives each state its amplitude: charges first, then loops, each a rounded normal number without a cut-off. It learns the ground state; drag the cut-off of the exact calculation to compare.',
    },
    openings: { lattice: 'end', string: 'end', flow: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    m: () => ({
      marks: [
        { value: 0.75, label: 'snaps' },
        { value: -0.25, label: 'crystal' },
      ],
    }),
    lambda: (p) => ({ max: isOnLattice(p) ? MOST_ON_LATTICE : mostCutoff(p) }),
  },
  equations: [
    {
      tex: 'H = -\\p{hop}\\sum(\\psi_a^\\dagger U_{ab}\\psi_b + \\text{h.c.}) + \\p{m}\\sum(-1)^{x+y}n + \\tfrac{1}{2}\\p{ge2}\\sum E^2 - \\tfrac{1}{2}\\p{gm2}\\sum(U_\\square + U_\\square^\\dagger)',
      spoken:
        'The energy is hopping, which changes the field of a link by one, plus the mass times the charges, plus half of g e squared for each unit of field squared, minus half of g m squared for stirring loops.',
    },
    {
      tex: '\\sum_{\\text{out}} E - \\sum_{\\text{in}} E = q + s',
      spoken: 'Outflow less inflow of the field is the charge of matter plus the static charge.',
      tabs: ['lattice', 'string'],
    },
    {
      tex: '\\psi(n, l) = \\sigma(n)\\sqrt{p(n)\\textstyle\\prod p(l \\mid l_<, n)}, \\quad p(l) = \\Phi(\\tfrac{l + 1/2 - \\mu}{s}) - \\Phi(\\tfrac{l - 1/2 - \\mu}{s})',
      spoken:
        'The amplitude is a sign times the square root of the probability of the charges times that of each loop, a normal number of mean mu and width s, rounded.',
      tabs: ['flow'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
