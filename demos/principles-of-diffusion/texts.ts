// Texts of the views and words in the pictures.

export const views = {
  strip: {
    title: 'From data to noise, and back',
    note: 'shade: density; data at the left',
    alt: 'The density from data, on the left, to noise, on the right. The point x at time t may come from data with mean {dataHat} and spread {doubt}; its exact path lands at {landing}. The particles are at time {now}.',
  },
  slice: {
    title: 'One function, four units',
    note: 'at time t; each with its scale',
    alt: 'Four curves over x at time t. At the point: data {dataHat}, noise {noiseHat}, score {score}, velocity {velocity}.',
  },
  kernel: {
    title: 'Where was it at time s?',
    note: 'ink: exact; dashes: one draw of DDPM',
    alt: 'The exact law of x at time s given the point, with spread {kernelWidth}, and the normal law of DDPM, with spread {ddpmWidth}. KL {kl} nats.',
  },
  errors: {
    title: 'Error of samplers',
    note: 'the worst of five points, log scales',
    alt: 'Error of four samplers against steps. With the steps chosen: DDIM {errorDdim}, Euler {errorEuler}, Heun {errorHeun}, DPM++ {errorDpm}.',
  },
  plane: {
    title: 'In a plane',
    note: 'shade: density at the particles’ time',
    alt: 'Particles and the density at time {now}, the way of the point beside its exact path, and the four Gaussians it may come from, with mean {spotX}, {spotY}.',
  },
  misses: {
    title: 'Errors of the networks',
    note: 'of the velocity, by time; log scale',
    alt: 'Root mean square error of the velocity against time, for networks that learned x₀, ε, s and v: {missX0}, {missNoise}, {missScore} and {missVelocity} over all times.',
  },
}

export const words = {
  x0: 'data x̂₀',
  noise: 'noise ε̂',
  score: 'score s',
  velocity: 'velocity v',
  mean: 'x̂₀',
  speed: 'v',
  exact: 'exact path',
  normal: 'DDPM’s draw',
  truth: 'exact',
  kl: 'KL',
  ddpm: 'DDPM',
  sde: 'SDE',
  ddim: 'DDIM',
  euler: 'Euler',
  heun: 'Heun',
  dpm: 'DPM++ 2M',
  map: 'exact map',
  one: 'order 1',
  two: 'order 2',
  data: 'data',
  learned: 'dashed: network that learned',
  learning: 'learning…',
  none: 'no step',
  axisTime: 'time t',
  axisX: 'x',
  axisThen: 'x at time s',
  axisSteps: 'steps',
  axisCalls: 'calls of the model',
  axisError: 'error',
}
