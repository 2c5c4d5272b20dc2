// Texts of the views and words in the pictures.

export const views = {
  plane: {
    title: 'Tokens on their way through the layers',
    note: 'colours: who is asked; ellipses: objectives',
    alt: 'A plane of tokens with the regions in which the router asks each expert, the experts’ centres with ellipses, and the way of a watched token. After {step} layers {settledSmoe} % of the cloud have settled with SMoE, {settledMomentum} % with MomentumSMoE.',
  },
  triangle: {
    title: 'Where a stack settles',
    note: 'momentum μ upwards; dark: in few layers',
    alt: 'A map over γσ and momentum. Left of the line from 2 to 4 stacks settle. Momentum puts the limit at {limit}; the steepest expert has {steepest}.',
  },
  settled: {
    title: 'Tokens that have settled (%)',
    note: 'of 150: slope below 0.05',
    alt: 'The share of settled tokens against layers: after {step} layers {settledSmoe} % with SMoE, {settledMomentum} % with MomentumSMoE.',
  },
  slopes: {
    title: 'Slope at the tokens',
    note: 'median of 150, log scale',
    alt: 'The median slope that the experts suggest against layers, on a logarithmic scale: after {step} layers {slopeSmoe} with SMoE, {slopeMomentum} with MomentumSMoE.',
  },
  load: {
    title: 'Who is asked in the next layer (%)',
    note: 'share of the tokens at each expert',
    alt: 'Bars for each expert: the share of the tokens that ask it after {step} layers, with each method.',
  },
  changes: {
    title: 'Tokens that change experts (%)',
    note: 'ask others than a layer before',
    alt: 'The share of tokens that ask other experts than a layer before, against layers: after {step} layers {changedSmoe} % with SMoE, {changedMomentum} % with MomentumSMoE.',
  },
  rest: {
    title: 'Variance that noise leaves',
    note: 'lines: formula; dots: measured',
    alt: 'The variance in the long run, per variance of the noise, against γσ. At {reach} it is {restSmoe} for SMoE and {restMomentum} for MomentumSMoE. Momentum is calmer beyond {calmer} only.',
  },
  line: {
    title: 'Distance of a token from expert 1',
    note: 'along its steep direction',
    alt: 'The distance of a token from the centre of expert 1 against layers, with the same noise for both methods.',
  },
  learning: {
    title: 'Squared error while experts learn',
    note: 'time is training here; log scale',
    alt: 'The squared error on new inputs against updates, on a logarithmic scale: in the end {learnedSmoe} for SMoE and {learnedMomentum} for MomentumSMoE.',
  },
  attacked: {
    title: 'Squared error when inputs are pushed',
    note: 'after training',
    alt: 'The squared error against how far inputs are pushed. At {push} it is {attackedSmoe} for SMoE and {attackedMomentum} for MomentumSMoE.',
  },
}

export const words = {
  smoe: 'SMoE',
  momentum: 'MomentumSMoE',
  adam: 'AdamSMoE',
  expert: 'expert',
  pull: 'pull of',
  memory: 'memory',
  limit: 'γσ = 2 + 2μ',
  settles: 'settles',
  fliesOff: 'flies off',
  belowSettled: 'settled below',
  crossing: '1 + μ',
  learning: 'learning…',
  axisUpdate: 'update',
  axisPush: 'pushed by',
  axisReach: 'layer step × curvature, γσ',
  axisMomentum: 'μ',
  axisLayer: 'layer',
}
