// Texts of the views and words in the pictures.

export const views = {
  plane: {
    title: 'Samples in the plane',
    note: 'drawn at x/√(1 + σ²)',
    alt: 'A plane with the data and, from the same start, the exact path of a sample and the polygons of the solvers with {calls} calls. Errors of all samples: DDIM {errorDdim}, noise 2M {errorNoise}, DPM++ {errorData}, EVODiff {errorEvodiff}.',
  },
  path: {
    title: 'Too short, too long',
    note: 'the traced sample',
    alt: 'Length of the traced sample compared with the exact path, in percent, against noise level. Now EVODiff is {lagEvodiff} % longer, DPM++ {lagData} %, DDIM {lagDdim} %.',
  },
  errors: {
    title: 'Error against calls',
    note: 'all samples, log scales',
    alt: 'Error of the four solvers against the calls of the model, from 4 to 40. With {calls}: DDIM {errorDdim}, noise 2M {errorNoise}, DPM++ {errorData}, EVODiff {errorEvodiff}.',
  },
  steps: {
    title: 'Step by step',
    note: 'weights, or uncertainty',
    alt: 'By step, EVODiff’s weights r, its reach, η and ζ, or how uncertain the clean sample still is, now {variance}.',
  },
  pictures: {
    title: 'Little pictures',
    note: 'from the same noise, 8 × 8 pixels each',
    alt: 'Thirty-six pictures of each solver with {calls} calls, beside the exact ones. Errors: DDIM {errorDdim}, noise 2M {errorNoise}, DPM++ {errorData}, EVODiff {errorEvodiff}.',
  },
}

export const words = {
  exact: 'exact',
  ddim: 'DDIM',
  noise: 'noise 2M',
  data: 'DPM++',
  evodiff: 'EVODiff',
  probe: 'probe',
  origin: 'origin',
  centre: 'centre',
  middle: 'origin and centre',
  samples: 'samples of',
  strokes: 'strokes: what is missing',
  alike: 'all solvers',
  balance: 'r, growth',
  reach: 'rᵢ/ρ, reach',
  eta: 'η, blend',
  zeta: 'ζ, damping',
  beyond: 'beyond the chart, up to',
  computing: 'computing…',
  axisSigma: 'noise level, σ',
  tooLong: 'too long, %',
  tooShort: 'too short, %',
  axisCalls: 'calls of the model',
  axisError: 'error',
  axisStep: 'step',
  uncertainty: 'Var[x₀ | x]',
}
