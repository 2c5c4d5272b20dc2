/** A Python with NumPy, or undefined. */
export function pythonWithNumpy(): string | undefined
/** The same, installed where that is possible. */
export function findPython(): Promise<string | undefined>
