// Texts of the views and words in the pictures.

export const views = {
  plane: {
    title: 'Five clients, one model',
    note: 'crosses: predicted rest',
    alt: 'Contour lines of the mean loss with the best places of five clients, their local steps in the last round, and the ways of the models. After {step} rounds FedAvg is {avgError} from the optimum, FedAvg-M {mError}.',
  },
  error: {
    title: 'Distance to the optimum',
    note: 'log scale',
    alt: 'The distance to the optimum against rounds on a logarithmic scale: {avgError} for FedAvg, {mError} for FedAvg-M, {scError} for SCAFFOLD after {step} rounds. Dashed lines show the predicted rest.',
  },
  sweep: {
    title: 'Error in the end',
    note: 'marks: runs; dashed: predicted',
    alt: 'The error in the end against the weight of the fresh gradient or against heterogeneity. At the point FedAvg-M is predicted to rest {mRest} from the optimum, FedAvg {avgRest}.',
  },
  blobs: {
    title: 'Three classes, five clients',
    note: 'firm: points of the watched client',
    alt: 'Points of three classes and the borders that the models draw between them. After {step} rounds FedAvg tells {avgRight} right, FedAvg-M {mRight}.',
  },
  excess: {
    title: 'Loss above the least',
    note: 'log scale',
    alt: 'The loss above the least possible one against rounds: {avgError} for FedAvg, {mError} for FedAvg-M, {scError} for SCAFFOLD after {step} rounds.',
  },
  shares: {
    title: 'Who has seen which class',
    note: 'ring: the watched client',
    alt: 'For each of five clients the shares of the three classes among its points.',
  },
}

export const words = {
  fedavg: 'FedAvg',
  fedavgM: 'FedAvg-M',
  fedavgVr: 'FedAvg-M-VR',
  scaffold: 'SCAFFOLD',
  scaffoldM: 'SCAFFOLD-M',
  small: 'FedAvg at rate βη',
  optimum: 'optimum',
  serverStep: 'server’s step',
  enlarged: 'about the star',
  fliesOff: 'flew off in round',
  floor: 'dashed: predicted rest',
  slope: 'predicted: slope 1',
  half: 'thick: second half, root mean square',
  computing: 'computing…',
  together: 'best for all together',
  believes: 'watched client, after K steps',
  class: 'class',
  client: 'client',
  axisRound: 'round',
  axisBeta: 'weight β of the fresh gradient',
  axisH: 'heterogeneity h',
}
