// Texts of the views and words in the pictures.
import { NAMES } from './readouts'

export const views = {
  excess: {
    title: 'Loss',
    note: 'ticks: tricks; thick: the run in hand',
    alt: 'The loss against steps on a logarithmic scale. After {step} steps it is above the least of rank {r} by {noneExcess} without tricks, {resetExcess} with resets only, {refactorExcess} with rebuilding only, {bothExcess} with both.',
  },
  beam: {
    title: 'The load on B and A',
    note: 'dashed: at the start',
    alt: 'A beam that carries B on the left and A on the right, as heavy as their norms. At the start it tips with c = {c}. After {step} steps B is {noneTilt} times as heavy as A without tricks, {bothTilt} times with both.',
  },
  factors: {
    title: 'B and A, and their product',
    note: 'blue: negative',
    alt: 'Heat maps of B and A beside and above their product BA, of the wanted matrix W*, and of what is missing.',
  },
  imbalance: {
    title: 'Imbalance',
    note: '‖BᵀB − AAᵀ‖, log scale',
    alt: 'How lopsided the split is, against steps, for four runs. Rebuilding takes it to 0, where the curves fall to the lower edge.',
  },
  spectrum: {
    title: 'Singular values',
    note: 'of W* and of BA',
    alt: 'Bars of the twelve singular values of W*, which can be dragged, and beside them those of BA after {step} steps. Beyond rank {r} is hatched.',
  },
  directions: {
    title: 'Which direction is learned when',
    note: 'share along each',
    alt: 'For the largest singular directions of W* the share that BA has learned, against steps.',
  },
  arrows: {
    title: 'Adam’s next step',
    note: 'dashed: remembering nothing',
    alt: 'Arrows for the rows of B and the columns of A: where Adam steps next, and where it would step if it remembered nothing. Without reset the cosine between both is {refactorAgrees}, with both tricks {bothAgrees}.',
  },
  losses: {
    title: 'Loss of all six',
    note: 'ticks: tricks and new spaces',
    alt: 'The loss against steps on a logarithmic scale: after {step} steps {fullLoss} for full rank, {galoreLoss} for GaLore; four low-rank runs stay above {least}.',
  },
  memory: {
    title: 'Numbers kept for one layer',
    note: 'shares of full rank; above: in all',
    alt: 'Bars of numbers kept: {keptFull} for full rank with Adam, {keptGalore} for GaLore, {keptLowRank} for B and A with Adam.',
  },
}

export const words = {
  ...NAMES,
  full: 'full rank',
  galore: 'GaLore',
  factored: 'B and A',
  least: 'least of this rank',
  product: 'the product BA is the same at any tilt',
  evened: 'evened out in the picture only',
  wanted: 'W*',
  productName: 'BA',
  missing: 'BA − W*',
  beyond: 'beyond rank r',
  value: 'σ =',
  learned: '1: learned',
  nothing: 'nothing to learn: all are 0',
  rowsOfB: 'rows of B',
  columnsOfA: 'columns of A',
  weights: 'weights',
  moments: 'Adam’s moments',
  axisStep: 'step',
  axisExcess: 'height: loss above the least of rank r',
  axisLoss: 'height: loss',
}
