import type { Tour } from '@/lecture/tour'

export default {
  slides: [
    {
      title: 'How strong is gravity in this film?',
      text: 'A model makes a film of a falling ball. Without a ruler and a clock one ball tells nothing.',
      demo: 'two-ball-drop',
      query: 'step=one',
    },
    {
      title: 'Drop a second ball',
      text: 'Two balls from two heights: their times have a ratio, and a ratio needs no units.',
      demo: 'two-ball-drop',
      query: 'step=two',
    },
    {
      title: 'Why no ruler is needed',
      text: 'Change gravity, scale and frame rate: the ratio stays.',
      demo: 'two-ball-drop',
      query: 'step=sweep',
    },
    {
      title: 'What a film model does',
      text: 'The test on a real model: things fall, too slowly.',
      demo: 'two-ball-drop',
      query: 'step=veo3',
    },
    {
      title: 'And which law it follows',
      text: 'Slow alone could be a matter of scale. The ratio says that it is another law.',
      demo: 'two-ball-drop',
      query: 'step=log',
    },
    {
      title: 'It can be taught',
      text: 'A small addition to the model, trained on falling balls, repairs much of it.',
      demo: 'two-ball-drop',
      query: 'step=adapter',
    },
    {
      title: 'Small enough to look into',
      text: 'Is it the size of the model, or the way it learns? A film model small enough to train here, and a speed that it has not seen.',
      demo: 'video-physical-law',
      query: 'step=throw',
    },
    {
      title: 'Or build the law in',
      text: 'Another way: let the network say an energy only, and let motion follow from it, whatever its weights are.',
      demo: 'hamiltonian-meta-learning',
      query: 'step=energy',
    },
    {
      title: 'A network at the knob',
      text: 'Three stars, and a network that chooses only how large each step is. The physics stays with the solver.',
      demo: 'three-body',
      query: 'step=network',
    },
    {
      title: 'It learns what is paid',
      text: 'The reward names accuracy and cost. What the network does is what that sum says, no more.',
      demo: 'three-body',
      query: 'step=train',
    },
    {
      title: 'Players that learn a fluid',
      text: 'Small networks each learn a share of a fluid’s grid.',
      demo: 'neuralstagger',
      query: 'step=train',
    },
    {
      title: 'A law that none of them can keep',
      text: 'What binds all shares together is seen by none.',
      demo: 'neuralstagger',
      query: 'step=law',
    },
    {
      title: 'Would you believe these modes?',
      text: 'From snapshots of a system one computes what it will do. Some of these answers are made of nothing.',
      demo: 'koopman-limits',
      query: 'step=believable',
    },
    {
      title: 'A number that says which',
      text: 'The residual of an answer is an error bar that data themselves give.',
      demo: 'koopman-limits',
      query: 'step=residual',
    },
    {
      title: 'And a system that proves almost nothing',
      text: 'For some systems no algorithm can decide from data, however many. That is a theorem, not a lack of effort.',
      demo: 'koopman-limits',
      query: 'step=cat',
    },
  ],
} satisfies Tour
