/** Numbers of the paper and its project page: mean errors of velocity for evenly rolling balls, and shares of wrong films by kinds of scenes. */
export const PRINTED = {
  withinSmall: 0.022, // DiT-S, 30 thousand clips
  withinLarge: 0.012, // DiT-L, 3 million clips
  measuring: 0.01, // of true films
  beyondLarge: 0.427, // DiT-L, 3 million clips
  beyondByClips: [0.433, 0.328, 0.358], // DiT-B, 30 thousand, 300 thousand, 3 million clips
  /** Kinds of scenes in the training → % of wrong films, of seen and of unseen kinds. */
  wrong: { 6: [3, 67], 30: [3, 18], 60: [2, 10] },
} as const
