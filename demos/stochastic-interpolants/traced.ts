/** Number of particles with recorded paths: the first of the ensemble, and the ODE's from the same starts. */
export const TRACED = 24
/** How many of these the plane draws. */
export const FOLLOWED = 3
