// Texts of the views and words in the pictures.

export const views = {
  sizes: {
    title: 'Size of the weights',
    note: 'root mean square, log scale',
    alt: 'Root mean square of the weights against steps, for starts at 0, at the size chosen and at five times the usual size, with the predicted size at rest as a dashed line. After {step} steps it is {size}, at rest it should be {restSize}.',
  },
  bowl: {
    title: 'Shaken in a bowl',
    note: 'arrows enlarged, all by the same factor',
    alt: 'Twelve weights as balls in a bowl, with arrows for their last kick and their next pull, above them how all weights are spread, and the normal distribution of the predicted size.',
  },
  spectrum: {
    title: 'Singular values',
    note: 'over √d times the size of the weights',
    alt: 'The singular values of the matrix, sorted, beside those of the model. The largest is {top}, at rest it should be {restTop}.',
  },
  tops: {
    title: 'Top singular value at rest',
    note: 'dots: medians of AdamW, with their slope; dashed: model',
    alt: 'The largest singular value against the width, both on logarithmic scales, for decay that stays, grows as the root of d, and grows as d. Measured by the rule chosen: exponent {widthsExponent}.',
  },
  layers: {
    title: 'Trained at four widths',
    note: 'a dot a training; numbers: slopes; tap: a width',
    alt: 'The largest singular value, or the gain, of a matrix of the network against the width, on logarithmic scales, for three rules of the decay. Largest over least: {netConstant} with the same decay, {netRoot} with √d, {netLinear} with d.',
  },
  spectra: {
    title: 'All singular values',
    note: 'of the largest; by the rule chosen',
    alt: 'The singular values of the matrix at four widths, sorted, each as a share of the largest.',
  },
  loss: {
    title: 'Loss while it learns',
    alt: 'Loss of the network on screen against steps: {loss} as a mean over the last batches.',
  },
  rates: {
    title: 'Loss in the end, for each learning rate',
    note: 'line: median of 3 seeds',
    alt: 'The loss at the end of training against the learning rate, for three widths under the rule chosen. At 0.16, width 64 minus width 16: {apart}.',
  },
}

export const words = {
  from0: 'from 0',
  from: 'from',
  from5: 'from 5 × usual',
  usual: '× usual',
  atRest: 'predicted rest',
  noRest: 'comes to no rest',
  pull: 'pull',
  kick: 'kick',
  predicted: 'predicted spread',
  allWeights: 'all weights',
  modelValues: 'model Z Σ^½',
  measured: 'AdamW',
  largest: 'largest',
  constant: 'λ same',
  root: 'λ ∝ √d',
  linear: 'λ ∝ d',
  power: 'λ ∝ d^q',
  notSettled: 'ring: not settled',
  computing: 'computing…',
  width: 'width',
  rate: 'rate on screen',
  here: 'one run, on screen',
  batches: 'single batches',
  mean: 'mean of the last',
  axisStep: 'step',
  axisWidth: 'width d',
  axisRank: 'rank, as a share of d',
  axisRate: 'learning rate at width 16, η₀',
}
