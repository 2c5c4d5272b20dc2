// Texts of the views and words in the pictures.

export const views = {
  densities: {
    title: 'Densities on the way back to the data',
    note: 'below: error of the score',
    alt: 'Curves of the density of the ODE, of the SDE and of a third sampler beside the true one, at time {t}. ODE and SDE are {gap} apart, the ODE {odeTruth} and the SDE {sdeTruth} from the truth. Below them the error of the score.',
  },
  residual: {
    title: 'Residual R',
    note: 'orange: above 0; full at ±1',
    alt: 'A heat map of the residual over place and time, time on a logarithmic axis: white where the potential obeys the Fokker-Planck equation. From T to here its norm is {residual}.',
  },
  gaps: {
    title: 'Gap against residual',
    note: 'numbers: δ; ring: yours',
    alt: 'The gap between ODE and SDE against the residual, both on logarithmic axes, for five sizes of the error. With the exact score it is {floor}.',
  },
  apart: {
    title: 'How far apart',
    note: 'Wasserstein distance',
    alt: 'The distance of ODE and SDE from each other and from the truth against the steps back: {gap} apart, {odeTruth} and {sdeTruth} from the truth.',
  },
  cloud: {
    title: 'Particles in the plane',
    note: 'squares: ODE; dots: SDE; shade: true density',
    alt: 'Particles of ODE and SDE at time {t} over the true density of nine bumps. Their sliced distance is {gap}; two clouds of the truth are {luck} apart by luck alone.',
  },
  ends: {
    title: 'Densities at the end',
    note: 'dashed: truth',
    alt: 'Three panels with the densities of ODE and SDE at the end, for the network trained without the penalty, with it, and with ten times as much.',
  },
  field: {
    title: 'Residual of one network',
    note: 'orange: above 0; full at ±4',
    alt: 'A heat map of the residual of one of the three networks over place and time.',
  },
  bars: {
    title: 'Gap and errors by weight w',
    note: 'median of the seeds; dots: seeds',
    alt: 'Bars for three weights of the residual: the gap is {gapNone}, {gapOwn} and {gapTen}, the ODE {odeNone}, {odeOwn} and {odeTen} from the truth, the SDE {sdeNone}, {sdeOwn} and {sdeTen}.',
  },
  squares: {
    title: 'Residual while they learn',
    note: 'mean R², log scale',
    alt: 'The mean squared residual against updates, for three weights of the residual.',
  },
}

export const words = {
  truth: 'truth',
  ode: 'ODE',
  sde: 'SDE',
  gap: 'gap',
  odeTruth: 'ODE to truth',
  sdeTruth: 'SDE to truth',
  luck: 'truth to truth',
  scoreError: 'error of the score',
  floor: 'exact score',
  zero: 'R = 0',
  yours: 'δ =',
  noTruth: 'hardly any data',
  now: 't now',
  data: 'data',
  noise: 'noise',
  learning: 'learning…',
  weight: 'w =',
  axisPlace: 'place x',
  axisTime: 'time t',
  axisResidual: 'residual',
  axisGap: 'gap',
  axisStep: 'steps back',
  axisUpdate: 'updates',
}
