/**
 * Whether the page has an origin of its own. A sandboxed frame has none: no worker starts there, and Firefox logs an error for each attempt. A demo in
 * one file has no script for a worker either.
 */
export const hasOrigin = (): boolean =>
  globalThis.origin !== 'null' && globalThis.document?.documentElement.dataset.offline === undefined
