// Texts of the views and words in the pictures.

export const views = {
  ellipses: {
    title: 'What the vectors say',
    note: 'inverse drawn to fit',
    alt: 'The ellipse of the covariance of the inputs, that of the moving average of vectors, the newest vector, and the ellipse of the inverse beside the one inverted directly. After {step} steps average times inverse is {off} from the identity.',
  },
  valley: {
    title: 'The valley of the two weights',
    note: 'arrows: next gradient, equally long',
    alt: 'Contour lines of the loss of two weights with the paths of three optimizers. Loss {firstLoss} without a preconditioner, {kfacLoss} for K-FAC, {mkorLoss} for MKOR.',
  },
  loss: {
    title: 'Loss',
    note: 'log scale',
    alt: 'The loss of each optimizer on a logarithmic scale, after {step} steps {firstLoss} without a preconditioner, {kfacLoss} for K-FAC and {mkorLoss} for MKOR.',
  },
  inverse: {
    title: 'How far from the inverse',
    note: '‖R R⁻¹ − I‖, same vectors',
    alt: 'How far the moving average times its inverse is from the identity, against steps, for the exact formula, the released code and the printed formula.',
  },
  matrices: {
    title: 'A factor and its inverse',
    note: 'blue: negative',
    alt: 'Three heat maps of six by six numbers: the moving average of vectors, the inverse that is kept, and their product, which is {off} from the identity.',
  },
  rates: {
    title: 'Each at its best rate',
    note: 'a dot a run of 300 steps; line: median of 5',
    alt: 'The loss after 300 steps against the learning rate, five seeds each, without a preconditioner, for MKOR by two formulas, and for K-FAC.',
  },
  cost: {
    title: 'Multiply-adds for a matrix of width d',
    note: 'squares: counted while running',
    alt: 'Multiply-adds against width on logarithmic scales: inverting costs d cubed, taking in a vector two d squared.',
  },
}

export const words = {
  mkor: 'MKOR',
  kfac: 'K-FAC',
  momentum: 'momentum',
  adam: 'Adam',
  exact: 'exact',
  released: 'released code',
  printed: 'as printed',
  fliesOffAt: 'flew off at step',
  covariance: 'inputs',
  average: 'average of the vectors',
  vector: 'new vector',
  kept: 'inverse, kept',
  direct: 'inverted directly',
  overflowed: 'the inverse overflowed',
  gradient: 'gradient',
  bent: 'preconditioned',
  givesUp: 'MKOR-H gives up',
  computing: 'computing…',
  works: 'works',
  rate: 'MKOR on screen',
  matrixAverage: 'average R',
  matrixKept: 'kept R⁻¹',
  matrixProduct: 'R R⁻¹',
  invert: 'invert: d³',
  spread: 'invert, every f steps',
  takeIn: 'take in a vector: 2d²',
  axisStep: 'step',
  axisWork: 'multiply-adds',
  axisRate: 'learning rate, η',
  axisWidth: 'width d',
}
