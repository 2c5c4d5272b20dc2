// Texts of the views and words in the pictures.

export const views = {
  film: {
    title: 'One step of the sampler',
    note: 'PSNR: nearness to the truth',
    alt: 'The true picture, what the instrument saw, the noisy picture at step {step}, the guess, the corrected guess with a PSNR of {psnr} dB, and its error.',
  },
  data: {
    title: 'In the numbers of the instrument',
    note: '{numbers} measurements',
    alt: 'What was measured, what would be measured of the guess, and what is left over before and after the correction: misfit {after}.',
  },
  quality: {
    title: 'Nearness to the truth',
    note: 'PSNR, dB',
    alt: 'PSNR of the guess and of the corrected picture against the step, now {psnr} dB, with the ends of CG alone and of the prior alone.',
  },
  misfit: {
    title: 'How badly the data are met',
    note: 'length of Ax − y, log scale',
    alt: 'Length of A x minus y against the step, before and after the correction. Now it is {after}.',
  },
  inner: {
    title: 'CG steps of this correction',
    note: 'length of the residual, log scale',
    alt: 'Length of the residual of the normal equations against the conjugate-gradient step, for M = {M}.',
  },
  crowd: {
    title: 'Templates in the guess',
    note: 'effective number, log scale',
    alt: 'Effective number of templates in the guess against the step, now {effective}.',
  },
  plane: {
    title: 'A CG run beside a flat data set',
    note: 'height: distance from the set',
    alt: 'The set of smooth signals as a plane, two of its nine directions drawn. A CG run leads from the guess to the distance {error} from the truth; it is {height} above the plane.',
  },
  off: {
    title: 'Share that leaves the set',
    note: 'of the way made so far',
    alt: 'Share of the update that leads out of the plane, against CG steps: now {off}.',
  },
  error: {
    title: 'Distance from the truth',
    note: 'log scale',
    alt: 'Distance of the CG iterate from the truth against CG steps: now {error}.',
  },
  signals: {
    title: 'The signals',
    note: '32 numbers',
    alt: 'The true signal, the guess, and where CG is after {step} steps.',
  },
}

export const words = {
  truth: 'truth',
  seen: 'smeared back',
  blurred: 'blurred',
  covered: 'with holes',
  noisy: 'noisy',
  guess: 'guess',
  corrected: 'corrected',
  push: 'push',
  onlyCg: 'CG',
  errorPicture: 'error',
  end: 'the end',
  measured: 'measured',
  ofGuess: 'of the guess',
  ofResult: 'of the picture',
  leftBefore: 'left over, before',
  leftAfter: 'left over',
  length: 'length',
  cgAlone: 'CG alone',
  priorAlone: 'prior alone',
  before: 'guess',
  after: 'corrected',
  result: 'picture',
  none: 'no CG steps',
  axisStep: 'step',
  axisCg: 'CG step',
  axisPlace: 'place',
  set: 'the data set',
  cgPath: 'CG',
  start: 'guess',
  goal: 'truth',
  plane1: 'wave 1',
  plane3: 'wave 3',
}
