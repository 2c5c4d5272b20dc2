/**
 * Whether the page has an origin of its own. A sandboxed frame has none: no worker starts there, and Firefox says so in red for each that
 * is tried.
 */
export const hasOrigin = (): boolean => globalThis.origin !== 'null'
