// Texts of the views and words in the pictures.

export const views = {
  sphere: {
    title: 'Pictures as particles',
    note: 'drag beside the marks to turn',
    alt: 'A sphere with particles. By a network or free: views of sixty pictures, coloured by kind, joined with their middles, the forces on one of them, and the ellipsoid of the cloud, whose effective rank is {rank}. Kicks alone: two kinds of walkers around their anchor.',
  },
  rank: {
    title: 'Effective rank of the cloud',
    note: 'directions that count',
    alt: 'The effective rank of the cloud against steps, now {rank}. Dashed: with attraction alone.',
  },
  cosine: {
    title: 'How alike two pictures are',
    note: 'mean cosine; 1: all at one place',
    alt: 'The mean cosine of two pictures against steps, now {cosine}. Dashed: with attraction alone.',
  },
  decay: {
    title: 'What is kept of the first place',
    note: 'mean of z·c, c the anchor',
    alt: 'The mean cosine between walkers and their anchor against steps: {keptWeak} and {keptStrong} now. Dashed: ρᵗ, the law without a spring, {keptLaw}.',
  },
  links: {
    title: 'Distance from the anchor',
    note: 'dots: measured; by stiffness, logarithmic',
    alt: 'Distance from the anchor against the stiffness of the spring, both logarithmic: measured {linkWeak} and {linkStrong}; dashed: by the law after many steps.',
  },
}

export const words = {
  freeWeak: 'first kind, no spring',
  freeStrong: 'second kind, no spring',
  weak: 'weak spring',
  strong: 'strong spring',
  attraction: 'attraction',
  kick: 'kick',
  spreading: 'spreading',
  axes: 'half axes',
  alone: 'attraction alone',
  thisRun: 'this run',
  from: 'spreading begins',
  step: 'step',
  law: 'by the law',
  stiffness: 'stiffness κ',
}
