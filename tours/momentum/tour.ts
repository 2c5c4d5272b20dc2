import type { Tour } from '@/lecture/tour'

export default {
  slides: [
    {
      title: 'A valley that is too long',
      text: 'It begins in 1964. Gradient descent has one rate for all directions, and a valley has two scales.',
      demo: 'heavy-ball',
      query: 'step=fence',
      notes: 'Let the room guess before you press the deed: most expect a larger step to be faster for ever.',
    },
    {
      title: 'Keep part of the motion',
      text: 'The heavy ball remembers where it was going. Nothing else is new in all that follows.',
      demo: 'heavy-ball',
      query: 'step=idea',
    },
    {
      title: 'The edge of safety moves',
      text: 'A step that throws gradient descent out can be safe with momentum. Keep this map in mind: it comes back twice.',
      demo: 'heavy-ball',
      query: 'step=momentum',
    },
    {
      title: 'What it gains',
      text: 'The number of steps falls from the condition number to its square root. This is the whole gain, and it is large.',
      demo: 'heavy-ball',
      query: 'step=race',
    },
    {
      title: 'Looking ahead',
      text: 'Where should the slope be taken: here, or where the motion leads? Nesterov asked in 1983; Adan uses the answer for networks.',
      demo: 'adan',
      query: 'step=where',
    },
    {
      title: 'On a sphere, momentum leaves the ground',
      text: 'Weights before a normalization have a direction and no length. Momentum makes them long, and long weights turn slowly.',
      demo: 'adamp',
      query: 'step=spiral',
    },
    {
      title: 'Layers are steps, too',
      text: 'A residual network moves a token a little in each layer. If that is descent, a layer can have momentum.',
      demo: 'momentum-smoe',
      query: 'step=memory',
    },
    {
      title: 'The same map, for layers',
      text: 'How far may a layer step, and how much may it remember? The edge is the one of the heavy ball.',
      demo: 'momentum-smoe',
      query: 'step=triangle',
    },
    {
      title: 'A direction that a crowd agrees on',
      text: 'Clients that train alone drift apart. A server that keeps part of the last common direction steers them back.',
      demo: 'fedavg-momentum',
      query: 'step=march',
    },
    {
      title: 'Too much of it',
      text: 'Machines that only gossip can swing like a ball in a bowl, all of them together.',
      demo: 'noloco',
      query: 'step=swing',
    },
    {
      title: 'A sampler is thrown out',
      text: 'A diffusion sampler solves a differential equation. With few steps it makes the error of gradient descent in a valley.',
      demo: 'momentum-sampling',
      query: 'step=artifacts',
    },
    {
      title: 'The same cure',
      text: 'Keep part of the motion: the points stay.',
      demo: 'momentum-sampling',
      query: 'step=cure',
    },
    {
      title: 'And the same edge',
      text: 'It is the map of the third slide, for the steps of a sampler.',
      demo: 'momentum-sampling',
      query: 'step=momentum',
    },
    {
      title: 'What it costs',
      text: 'Stability is bought with accuracy: the solver is of a lower order. No momentum is for nothing.',
      demo: 'momentum-sampling',
      query: 'step=price',
    },
  ],
} satisfies Tour
