import type { Tour } from '@/lecture/tour'

export default {
  slides: [
    {
      title: 'One step for all moments',
      text: 'Three stars meet for a short while and are far apart for a long one. A fixed step fits only one of the two.',
      demo: 'three-body',
      query: 'step=fixed',
    },
    {
      title: 'Look first, then step',
      text: 'A solver that measures its own error takes small steps where it must.',
      demo: 'three-body',
      query: 'step=adaptive',
    },
    {
      title: 'Why the encounter decides',
      text: 'Two runs that differ by a hair are far apart after it: an error made there is never repaired.',
      demo: 'three-body',
      query: 'step=twins',
    },
    {
      title: 'What accuracy costs',
      text: 'Error against work: each way to choose steps is a curve here.',
      demo: 'three-body',
      query: 'step=front',
    },
    {
      title: 'A good sign that says little',
      text: 'Energy is easy to check. It can be kept by a run that ends in the wrong place.',
      demo: 'three-body',
      query: 'step=energy',
    },
    {
      title: 'A step that is built to keep',
      text: 'The leapfrog keeps the energy near its value for ever; it too has a largest step.',
      demo: 'three-body',
      query: 'step=leapfrog',
    },
    {
      title: 'The fence of a valley',
      text: 'Gradient descent is a solver as well: of a ball that rolls in honey. Its largest step is a matter of stability alone.',
      demo: 'heavy-ball',
      query: 'step=fence',
    },
    {
      title: 'Coarse in space',
      text: 'In a fluid the step in time hangs on the step in space. A coarse grid is cheap, and wrong.',
      demo: 'neuralstagger',
      query: 'step=coarse',
    },
    {
      title: 'Deal the points out',
      text: 'Instead of fewer points: all points, dealt to solvers that each see every second one.',
      demo: 'neuralstagger',
      query: 'step=deal',
    },
    {
      title: 'What such a solver can see',
      text: 'A wave that is too short for its grid looks like a long one.',
      demo: 'neuralstagger',
      query: 'step=coarser',
    },
    {
      title: 'A sampler’s fence',
      text: 'A diffusion sampler steps from noise to data. The same edge as in the valley, for a field that was learned.',
      demo: 'momentum-sampling',
      query: 'step=fence',
    },
    {
      title: 'Noise needs small steps',
      text: 'And where the path itself is wild, accuracy sets the step.',
      demo: 'stochastic-interpolants',
      query: 'step=steps',
    },
  ],
} satisfies Tour
