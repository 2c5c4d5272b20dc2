// Texts of the views and words in the pictures.

export const views = {
  sphere: {
    title: 'The sphere of directions',
    note: 'beyond it: the length of w',
    alt: 'The loss painted on a sphere, darker where it is lower, with the paths of the weights from one start. After {step} steps ‖w‖² has grown {momentumGrown} times with momentum and {projectedGrown} times with projection.',
  },
  carried: {
    title: 'The last step of momentum',
    note: 'cut through the globe',
    alt: 'In the plane of the weights and the step: old gradients as arrows along the sphere where they were taken, and carried to the new place, where they point outward. After {step} steps ‖w‖² has grown {momentumGrown} times.',
  },
  effective: {
    title: 'Effective step η/‖w‖²',
    note: 'log scale',
    alt: 'Effective step against steps, on a logarithmic scale, with the prediction of the norm law dashed. With momentum it has fallen {momentumGrown} times.',
  },
  growth: {
    title: 'Growth of ‖w‖² per squared step',
    note: 'all growth over all η²‖p‖²',
    alt: 'Growth of the squared length over the sum of squared steps, against steps. With momentum {growth}; its limit is {limit}.',
  },
  cosine: {
    title: 'The test: cosine of weights and gradient',
    note: '{projections} steps projected',
    alt: 'Cosine between weights and gradient against steps, with the threshold below which SGDP projects. It is now {cosine}.',
  },
  loss: {
    title: 'Loss above the minimum',
    note: 'log scale',
    alt: 'Loss above the minimum against steps: {momentumHeight} with momentum, {projectedHeight} with projection.',
  },
  slice: {
    title: 'The next step, in the plane of w and the step',
    note: 'outward is up',
    alt: 'For each method the step it takes next, split into a part along the sphere and an outward part.',
  },
}

export const words = {
  plain: 'SGD',
  momentum: 'SGD with momentum',
  sgdp: 'SGDP',
  fair: 'SGD, η/(1 − β)',
  plainAdam: 'Adam, β = 0',
  adam: 'Adam',
  adamP: 'AdamP',
  bottom: 'lowest',
  bottoms: 'lowest, as is the far side',
  newGradient: 'the new gradient, flat',
  carried: 'old ones, carried here',
  takenThere: 'where they were taken',
  noStep: 'no step yet',
  times: '×',
  asLong: 'as long',
  law: 'dashed: norm law',
  limit: '1 + 2β/(1 − β)',
  threshold: 'below: project',
  cosine: '|cos(w, ∇f)| of SGDP',
  axisStep: 'step',
  rests: 'rests',
  stepOf: 'its length:',
  removed: 'taken out',
  outward: 'outward',
  inward: 'inward',
  old: 'old gradients',
  longer: 'longer by',
  shorter: 'shorter by',
}
