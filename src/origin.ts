/** Whether the page has an origin of its own. A sandboxed frame has none: no worker starts there, and Firefox logs an error for each attempt. */
export const hasOrigin = (): boolean => globalThis.origin !== 'null'
