/** Whether the visitor wants no motion; a frame says it by an attribute of its root. */
export const isMotionReduced = (): boolean =>
  document.documentElement.dataset.motion === 'reduce' || matchMedia('(prefers-reduced-motion: reduce)').matches
