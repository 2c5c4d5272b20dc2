// Texts of the views and words in the pictures.

export const views = {
  space: {
    title: 'From noise to a surface',
    note: 'the ball is carried with the marked particle',
    alt: 'Particles in space at noise {sigma}, the Gaussians of the data, the axis of the swirl, and a small ball carried by the flow from its start: its half axes are now {s1}, {s2} and {s3} of what they were.',
  },
  plane: {
    title: 'From noise to data',
    note: 'shade: density at this noise',
    alt: 'Particles in the plane at noise {sigma}, over the density that they should have, some of their paths, and a small circle carried by the flow from its start: its half axes are now {s1} and {s2} of what they were.',
  },
  spectrum: {
    title: 'Half axes of the ball',
    note: 'singular values of Y, over the start',
    alt: 'Singular values of the Jacobian of the flow against the noise, both logarithmic: {s1}, {s2} and, in space, {s3}, with slopes {slope1}, {slope2} and {slope3}.',
  },
  parts: {
    title: 'What the added field does',
    note: 'in score lengths (grid: ±3 %)',
    alt: 'Bars: the part of the added field that moves the density, {harm} times the score at σ = 0.4; the part that only stirs, {stirs}; and the error of ln p along the flow, {logError}.',
  },
}

export const words = {
  plain: 'true score',
  rotate: 'swirl',
  vortex: 'vortex',
  stretch: 'stretch',
  axis: 'axis of the swirl',
  start: 'ball at its start',
  data: 'dots: data',
  read: 'directions read',
  unclear: 'unclear',
  compared: 'dashed: true score',
  steep: 'slope 1',
  moves: 'moves density',
  stirs: 'only stirs',
  error: 'ln p off by',
  computing: 'computing…',
  axisSigma: 'noise σ (falls to the left)',
  axisValue: 'ratio',
  axisParts: 'size',
}
