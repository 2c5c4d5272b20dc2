// Texts of the views and words in the pictures.

export const views = {
  plane: {
    title: 'The race',
    note: 'arrows: the next step, enlarged',
    alt: 'Contour lines of the surface with the paths of the methods from one start, and arrows for the next step of one of them. After {step} steps f is {adanF} for Adan, {adamF} for Adam, {ballF} for heavy ball.',
  },
  heights: {
    title: 'Height f',
    note: 'log scale',
    alt: 'The value f of each method against steps, on a logarithmic scale.',
  },
  window: {
    title: 'Which rates work',
    note: 'a dot a whole race; bars: rates of 56 that work',
    alt: 'The value f at the end of a long race against the learning rate, for each method, both on logarithmic scales, with the rates that work as bars below.',
  },
  build: {
    title: 'One step, made twice',
    note: 'to its own scale',
    alt: 'Arrows of one step: Nesterov jumps ahead, measures the slope and goes on; the estimate adds kept motion, slope and the change of the slope. Both come to the same place.',
  },
  twins: {
    title: 'Ring: where Nesterov measures · dot: the estimate',
    alt: 'The places where Nesterov measures its slope as rings, and those of the estimate as dots, after {step} steps {apart} apart at most.',
  },
  networks: {
    title: 'What the networks say',
    note: 'colour: the class; strong: sure of it',
    alt: 'Three squares of the plane with the points of two spirals, coloured by what each network says. Loss of Adan {half}, of Adam {adamHalf} after half the budget and {adamFull} after all.',
  },
  loss: {
    title: 'Loss over all points',
    note: 'log scale',
    alt: 'Loss of Adan, and of Adam with half and whole budget, against updates, with a vertical line at half the budget.',
  },
  trainings: {
    title: 'Which rates work',
    note: 'a whole training a dot; line: median of 5 seeds',
    alt: 'Loss at the end of training against the learning rate, five seeds each, for Adan with half the budget and for Adam with half and with all.',
  },
}

export const words = {
  adan: 'Adan',
  adanWithout: 'Adan, no difference',
  adam: 'Adam',
  adamHalf: 'Adam, half',
  ball: 'heavy ball',
  nesterov: 'Nesterov',
  descent: 'gradient descent',
  fliesOff: 'flew off',
  fliesOffAt: 'flew off at step',
  meanSlope: 'mean slope',
  change: 'change of the slope',
  kept: 'kept motion',
  keptMotion: 'kept motion',
  slope: 'slope',
  scaledStep: 'step: both, scaled',
  itsStep: 'step',
  stands: 'Nesterov stands here',
  measures: 'and measures here',
  estimate: 'the estimate',
  bothNext: 'next: the same place',
  atWeights: 'where Nesterov stands',
  atMeasured: 'where both measure',
  arrived: 'arrived',
  works: 'works',
  rate: 'rate on screen',
  learned: 'learned',
  steps: 'steps',
  loss: 'loss',
  halfBudget: 'half the budget',
  computing: 'computing…',
  axisStep: 'step',
  axisUpdate: 'update',
  axisRate: 'learning rate, η',
}
