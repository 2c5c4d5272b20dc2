import type { Params } from './params'

/** √(width³/mass): about how long a fall across the picture takes. */
export const naturalTime = ({ span, m1, m2, m3 }: Pick<Params, 'span' | 'm1' | 'm2' | 'm3'>): number =>
  Math.sqrt(span ** 3 / Math.max(m1 + m2 + m3, 1e-9))
