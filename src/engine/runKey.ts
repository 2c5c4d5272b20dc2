import type { AnyDemo, Params } from '@/contract'

/** Parameters that a run depends on, as one text; the others change only the drawing. */
export const runKey = (demo: AnyDemo, params: Params): string =>
  JSON.stringify(Object.entries(params).filter(([key]) => demo.params[key]?.affects !== 'view'))
