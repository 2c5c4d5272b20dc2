import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { endings } from './sweep'

export default defineDemo({
  meta,
  params,
  model,
  maps: { endings },
  readouts,
  tabs: {
    by: 'tab',
    views: {
      train: ['circle', 'usage', 'loss', 'inputs', 'sample', 'codes', 'cost'],
      bench: ['bench', 'table', 'margins'],
      sweep: ['sweep', 'cost'],
    },
    ledes: {
      bench:
        'Eight points are to be shared out among six stars. One pass gives each star its fair share, the next gives each point its own. Step on, or drag a dot.',
      sweep:
        'Each dot is the end of a whole training, computed now: how evenly the stars are used. Change what is tried, and see which values work.',
    },
    openings: { train: 8, bench: 0, sweep: 0 },
  },
  views: {
    circle: {
      title: 'What the network makes of them',
      note: 'a star’s area is its share; hollow: where it began',
      alt: 'Features of the samples on a circle, coloured by blob, with {used} stars in use. A small circle may show the same start with the other rule: {rivalUsed} in use.',
    },
    usage: {
      title: 'Usage of the stars',
      note: 'entropy, 1 is fair',
      alt: 'Usage entropy of the stars against steps, with and without sharing out: now {entropy} and {rivalEntropy}.',
    },
    loss: {
      title: 'Loss',
      note: 'log scale',
      alt: 'Loss against steps, with and without sharing out: now {loss} and {rivalLoss}. The collapsed run has the lower loss.',
    },
    inputs: {
      title: 'The inputs',
      note: 'two views of each sample, joined; lines part the stars’ regions',
      alt: 'Six blobs of points in the plane, each point in two jittered views, with the borders between the regions of the stars.',
    },
    sample: {
      title: 'One sample',
      note: 'arrows: what has to be predicted',
      alt: 'For the picked sample the code of each view as bars over the stars; below, dashed, what is predicted from each view. Crossed arrows lead from each code to the prediction from the other view.',
    },
    codes: {
      title: 'All codes of a batch',
      note: 'a row a star, a column a sample',
      alt: 'The code matrix of a batch as a heat map with sums of rows and columns as bars. The worst share of a star is off by {shareError}.',
    },
    bench: {
      title: 'Sharing out by hand',
      note: 'one pass a step',
      alt: 'Samples on a circle, stars around it, and bands for how much of each sample a star gets. The worst share is off by {shareError}.',
    },
    table: {
      title: 'The code matrix Q',
      note: 'a row a star, a column a sample',
      alt: 'The code matrix as a heat map with sums of rows and columns as bars and their targets as lines.',
    },
    margins: {
      title: 'How unfair it still is',
      note: 'worst sum, log scale',
      alt: 'The worst deviation of the sums of stars and of samples from their targets against rounds; now {shareError} and {sampleError}.',
    },
    sweep: {
      title: 'Endings of many trainings',
      note: 'usage of the stars; a dot a seed',
      alt: 'Usage entropy at the end of training for several values of one parameter, several seeds each, with their means.',
    },
    cost: {
      title: 'Scores in one step',
      note: 'log scales',
      alt: 'Number of scores a step against the batch: {scores} by stars, {pairs} by pairs.',
    },
  },
  words: {
    sinkhorn: 'fair shares',
    softmax: 'no sharing',
    argmax: 'nearest star',
    of: 'of',
    inUse: 'stars in use',
    sameStart: 'same start',
    dragBlobs: 'drag a letter',
    sampleSums: 'what a sample hands out',
    starSums: 'what a star gets',
    codeOne: 'code of ●',
    codeTwo: 'code of ○',
    fromOne: 'predicted from ●',
    fromTwo: 'predicted from ○',
    costs: 'costs',
    raw: 'before any pass',
    starPass: 'pass over the stars',
    samplePass: 'pass over the samples',
    round: 'round',
    ofStars: 'stars',
    ofSamples: 'samples',
    computing: 'computing…',
    noQueue: 'no queue',
    withQueue: 'queue of 128',
    byPairs: 'by pairs, (2B)²:',
    byStars: 'by stars, 2BK:',
    axisStep: 'step',
    axisRound: 'rounds',
    axisBatch: 'batch B',
    overBatch: 'batch B',
    overRounds: 'Sinkhorn rounds n',
    overEpsilon: 'softness ε',
    overPrototypes: 'prototypes K',
  },
  handles,
  sliders: {
    rounds: () => ({ marks: [{ value: 3, label: 'paper' }] }),
    epsilon: () => ({ marks: [{ value: 0.05, label: 'paper' }] }),
    tau: () => ({ marks: [{ value: 0.1, label: 'paper' }] }),
    prototypes: () => ({ marks: [{ value: 6, label: 'blobs' }] }),
  },
  equations: [
    {
      tex: '\\begin{aligned} L &= \\tfrac12\\bigl[\\ell(z_2, q_1) + \\ell(z_1, q_2)\\bigr] \\\\ \\ell(z, q) &= -\\textstyle\\sum_k q_k \\log p_k \\end{aligned}',
      tabs: ['train', 'sweep'],
      spoken: 'The loss is half the cost of predicting code one from view two and code two from view one, a cross-entropy.',
    },
    {
      tex: '\\begin{aligned} p &= \\operatorname{softmax}(S/\\p{tau}) \\\\ S_{ik} &= z_i \\cdot c_k \\end{aligned}',
      tabs: ['train', 'sweep'],
      spoken: 'The prediction is the softmax of scores over tau; a score is the inner product of feature and prototype.',
    },
    {
      tex: '\\begin{aligned} Q &= \\operatorname{diag}(a)\\, e^{S/\\p{epsilon}} \\operatorname{diag}(b) \\\\ Q\\mathbf 1 &= \\tfrac1{\\p{prototypes}}\\mathbf 1,\\quad Q^{\\!\\top}\\mathbf 1 = \\tfrac1{\\p{batch}}\\mathbf 1 \\end{aligned}',
      spoken: 'The codes are the exponentials of scores over epsilon, scaled by rows and columns until both sums are fair.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
