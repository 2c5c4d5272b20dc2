/** Particles whose paths are recorded: the first of the ensemble, and the ODE's from the same starts. */
export const TRACED = 24
/** Of them those that the plane draws. */
export const FOLLOWED = 3
