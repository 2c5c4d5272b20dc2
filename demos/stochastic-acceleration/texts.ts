// Texts of the views and words in the pictures.

export const views = {
  spectrum: {
    title: 'How many particles at each momentum',
    note: 'log axes; grey: no turbulence',
    alt: 'The spectrum of particles over momentum, both logarithmic: the steady state, the solution on cells at time {t}, and a histogram of particles. Gain and loss balance at {eq}; the bump stands at {peak}, and the curve rises to it by a factor of {contrast}.',
  },
  scales: {
    title: 'How long each process takes',
    note: 'ring: gain and loss balance',
    alt: 'Times of acceleration, loss, escape and destruction against momentum, both logarithmic. Acceleration and loss cross at {eq}.',
  },
  clouds: {
    title: 'Particles among magnetic clouds',
    note: 'an illustration; colour: momentum',
    alt: 'Particles bounce among six moving clouds at time {t}; their colour is their momentum.',
  },
  flux: {
    title: 'Where particles flow',
    note: 'up the momenta, for one injected a unit of time',
    alt: 'The flux of particles over momentum, for one injected in a unit of time. The share {escaped} escapes, the share {destroyed} is destroyed.',
  },
}

export const words = {
  steady: 'steady state',
  cells: 'at time',
  particles: 'single particles',
  walking: 'particles walk…',
  formula: 'exact formula',
  fit: 'best power law',
  balance: 'balance',
  peak: 'top',
  start: 'injection',
  from: 'no kicks',
  to: 'turbulence ends',
  slope: 'slope here',
  acceleration: 'acceleration',
  loss: 'loss',
  escape: 'escape',
  destroy: 'destruction',
  escaped: 'escape',
  destroyed: 'are destroyed',
  injected: 'injected: 100 %',
  stays: 'stay long enough',
  leaves: 'leave too soon',
  slow: 'low χ',
  fast: 'high χ',
  noFlow: 'nothing is removed: no flow in the end',
  axisMomentum: 'momentum χ',
  axisN0: 'N',
  axisN1: 'χN',
  axisN2: 'χ²N',
  axisTime: 'time',
  axisFlux: 'flux',
}
