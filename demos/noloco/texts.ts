// Texts of the views and words in the pictures.

export const views = {
  plane: {
    title: 'The flock on the loss',
    note: 'thin: last local phase; square: enlarged about the mean',
    alt: 'Contour lines of the loss, {copies} copies as dots, their mean as a cross, and DiLoCo as a ring around it. After {step} outer steps the spread is {spread}, and the mean is {gap} from DiLoCo.',
  },
  ring: {
    title: 'Who talks with whom',
    note: 'in this outer step; blue: to average over all',
    alt: 'Two rings of {copies} copies. On the left chords join the pairs of the last outer step, on the right the links of a tree with {levels} levels.',
  },
  map: {
    title: 'Does the flock hold together?',
    note: 'dark: fast; hatched: it flies apart',
    alt: 'A map of the consensus rate over momentum and pull-together. At the point the mean square spread changes by a factor of {rate} an outer step.',
  },
  spread: {
    title: 'Spread of the flock',
    note: 'log scale; dashed: mean over all pairings',
    alt: 'The spread of the copies against outer steps on a logarithmic scale: {spread} after {step}, and {expected} on average over all pairings.',
  },
  waiting: {
    title: 'Waiting in one outer step',
    note: 'in messages; squares: drawn and waited for',
    alt: 'Waiting time against the number of copies: {exchange} for the exchange of a pair, {allReduce} for an all-reduce, {everyStep} for one in each local step.',
  },
  loss: {
    title: 'Loss',
    note: 'log scale; of NoLoCo the mean over copies',
    alt: 'The loss on a logarithmic scale after {step} outer steps: {lossEach} for a copy of NoLoCo on average, {lossDiloco} for DiLoCo, {lossFsdp} with gradients averaged in each local step.',
  },
}

export const words = {
  noloco: 'NoLoCo',
  diloco: 'DiLoCo',
  fsdp: 'each local step',
  mean: 'mean of the flock',
  bottom: 'bottom',
  enlarged: 'flock ×',
  reduced: 'flock ÷',
  momentum: 'momentum',
  learned: 'learned by both',
  pull: 'pull',
  pairs: 'pairs: 1 exchange',
  tree: 'all: # levels, up and down',
  holds: 'holds together',
  fliesApart: 'flies apart',
  code: 'released code',
  oneCurve: 'ρ = 1',
  flock: 'this flock',
  expected: 'all pairings',
  slope: 'slope ½ log ρ',
  pair: 'NoLoCo: a pair',
  all: 'DiLoCo: all',
  every: 'all, in each local step',
  noLoss: 'there is no loss',
  axisAlpha: 'outer momentum α',
  axisGamma: 'pull γ',
  axisStep: 'outer step',
  axisTime: 'time of waiting',
  axisCopies: 'copies N',
  axisWaiting: 'wait',
}
