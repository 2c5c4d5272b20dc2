// Angles in degrees, as parameters give them.

/** One degree in radians. */
export const DEGREE = Math.PI / 180

/** The same direction between -180 and 180. */
export const wrapped = (degrees: number): number => degrees - 360 * Math.round(degrees / 360)
