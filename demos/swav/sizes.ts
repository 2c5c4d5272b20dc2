// Sizes that parameters and pictures share.
export const MOST_PROTOTYPES = 12
/** Samples that can be dragged. */
export const MOST_SAMPLES = 12
/** Points of each blob on which a network is judged. */
export const JUDGED = 100
