// Texts of the views and words in the pictures.

export const views = {
  picture: {
    title: 'What resembles the prompt',
    note: 'above: similarity; below: the mask',
    alt: 'A noisy picture of 10 × 10 patches with a ringed prompt, and its two objects; for raw patches and for the compared features a map of similarity to the prompt, and the patches above the threshold. IoU of raw patches {rawIou}, of the compared features {iou}.',
  },
  histogram: {
    title: 'Similarity of two patches',
    note: 'of 60 pictures; shares of pairs',
    alt: 'Two histograms of similarity, of patches of the same object and of different ones. They overlap by {overlap}; their means are {gap} apart. A line stands at the threshold {threshold}.',
  },
  trade: {
    title: 'One threshold for all',
    note: 'means over the prompts of 60 pictures',
    alt: 'Mean precision, recall and IoU against the threshold. The best mean IoU is {bestIou}, at {bestThreshold}.',
  },
  bars: {
    title: 'What each term brings',
    note: 'press a term to train with it alone',
    alt: 'Bars of overlap, gap and best mean IoU for raw patches, an untrained network, each term alone, and all terms. Best mean IoU: raw {iouRaw}, untrained {iouUntrained}, all {iouAll}.',
  },
  progress: {
    title: 'On pictures it has not seen',
    note: 'judged every ten updates',
    alt: 'Overlap, gap and best mean IoU against the updates of the training. At its end {lastOverlap}, {lastGap} and {lastIou}.',
  },
  losses: {
    title: 'The three terms',
    note: 'of the last batch; and the share of prototypes in use',
    alt: 'The three losses against the updates, and how evenly the teacher uses its prototypes: {usage} at the end.',
  },
}

export const words = {
  picture: 'picture',
  objects: 'objects',
  raw: 'raw patches',
  untrained: 'untrained',
  trained: 'trained',
  mask: 'mask',
  training: 'training…',
  iou: 'IoU',
  intra: 'same object',
  inter: 'different objects',
  overlap: 'overlap',
  gap: 'gap',
  best: 'best IoU',
  precision: 'precision',
  recall: 'recall',
  rawBar: 'raw',
  untrainedBar: 'random',
  modellingBar: 'masked',
  distillationBar: 'teacher',
  contrastBar: 'contrast',
  allBar: 'as set',
  modelling: 'masked modelling',
  distillation: 'distillation',
  contrast: 'contrast',
  usage: 'prototypes in use',
  axisSimilarity: 'similarity (cosine)',
  axisThreshold: 'threshold t',
  axisUpdate: 'updates',
}
