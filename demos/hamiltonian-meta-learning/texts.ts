// Texts of the views and words in the pictures.

export const views = {
  landscapes: {
    title: 'Landscapes, and a body in them',
    note: 'dark is low; squares and dots: observations',
    alt: 'The true potential with observed places and an orbit, and the energy landscapes of networks after {steps} steps, each with its orbit from the same start. Errors: random {random}, pre-trained {pre}, meta-trained {meta}.',
  },
  curves: {
    title: 'Error while they adapt',
    note: 'on 300 fresh states',
    alt: 'Relative errors against steps of adaptation, both on logarithmic axes. After {steps} steps: random {random}, pre-trained {pre}, meta-trained {meta}.',
  },
  orbits: {
    title: 'The motion that was learned',
    note: 'after {k} steps of adaptation',
    alt: 'Paths of a body by the true law and by networks, over the true potential, until time {t}. The meta-trained one is {apartMeta} from the true body, the plain one {apartPlain}.',
  },
  energies: {
    title: 'Energy gained on the way',
    note: 'true energy; dotted: a network’s own',
    alt: 'Changes of the true energy along each motion until time {t}: meta-trained {gainMeta}, plain network {gainPlain}. The Hamiltonian network’s own energy changes by {own}.',
  },
  training: {
    title: 'Starts while they are trained',
    note: 'tried on gravity; dotted: before adaptation',
    alt: 'Median errors on five tasks of gravity, before adaptation and after five steps, against updates of the training. At the end after five steps: pre-trained {preAfter}, meta-trained {metaAfter}.',
  },
  tried: {
    title: 'The starts of this update, adapted',
    note: 'medians of five tasks',
    alt: 'Median errors on gravity after up to ten steps, with the starts as they are after {update} updates.',
  },
}

export const words = {
  truth: 'truth',
  random: 'random',
  pre: 'pre-trained',
  meta: 'meta-trained',
  plain: 'plain network',
  own: 'its own H',
  error: 'error',
  before: 'before',
  broken: 'training broke down',
  axisSteps: 'adaptation steps',
  axisError: 'error',
  axisUpdates: 'updates',
  axisTime: 'time t',
  axisEnergy: 'gain',
}
