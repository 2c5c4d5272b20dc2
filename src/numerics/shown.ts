// How numbers of a picture become brightness.

/** From -1 to 1, as pictures are computed, to 0 to 1, as they are shown. */
export const shown = (value: number): number => Math.min(Math.max((value + 1) / 2, 0), 1)
