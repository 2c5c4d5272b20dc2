/** Whether the visitor wants no motion; in a frame an attribute of its root says so. */
export const isMotionReduced = (): boolean =>
  document.documentElement.dataset.motion === 'reduce' || matchMedia('(prefers-reduced-motion: reduce)').matches
