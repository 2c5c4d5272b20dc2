// Texts of the views and words in the pictures.

export const views = {
  loss: {
    title: 'Loss',
    note: 'log scale',
    alt: 'The loss of the schemes on a logarithmic scale. Means of the last 50 of {step} steps: dense {denseMean}, dropping {dropMean}, keeping {accumulateMean}, with momentum correction {correctionMean}, DGC {dgcMean}.',
  },
  book: {
    title: 'Account book of the first worker',
    note: '1: steepest weight; blue: below 0',
    alt: 'A heat map of the hundred entries of one worker’s account against steps. An entry grows in colour until it is sent, which is a tick, and is empty again. In all {entered} came in, {paid} was sent, {waiting} waits.',
  },
  network: {
    title: 'What is sent in this step',
    note: 'and bytes so far',
    alt: 'A strip of a hundred cells for each worker, with the cells that are sent flying to the server’s strip. So far {sparseBytes} bytes were sent, by the dense run {denseBytes}.',
  },
  entry: {
    title: 'One weight on its way',
    note: 'dots: first worker sends it',
    alt: 'The weight number {entry} against steps, for the dense run and for the scheme of the switches, with the value that it is to find.',
  },
  delays: {
    title: 'How long messages waited',
    note: 'share of messages, first worker',
    alt: 'Bars: shares of the messages of entry {entry} that waited so many steps, beside those of all entries.',
  },
  rates: {
    title: 'Which values they bear',
    note: 'a dot a run; line: median of 5 problems',
    alt: 'Mean losses at the end of whole runs of the five schemes, five problems each, against step size or against the share of entries that is sent.',
  },
}

export const words = {
  dense: 'dense',
  drop: 'drop',
  accumulate: 'keep',
  correction: 'corrected',
  dgc: 'DGC',
  target: 'goal',
  entry: 'entry',
  weight: 'weight',
  messages: 'messages',
  allEntries: 'outlined: all entries',
  bookKey: 'tick: sent',
  bookDropped: 'nothing is kept · tick: sent',
  bookAll: 'all is sent: nothing waits',
  worker: 'worker',
  server: 'server',
  eachStep: 'each sends',
  ofAll: 'of 100',
  fewerBytes: 'times fewer bytes',
  fewerValues: 'times fewer values',
  computing: 'computing…',
  works: 'works',
  here: 'on screen',
  axisStep: 'step',
  axisBytes: 'bytes sent by all workers',
  axisEntry: 'entry',
  axisWait: 'steps waited, at least',
  axisRate: 'step size, η',
  axisShare: 'share sent, %',
}
