export function shareMeasurements(): () => void
export function measuredOnce<T extends { measured: number; expected: number; tolerance: number }>(
  slug: string,
  measure: () => Promise<readonly T[]>,
): Promise<readonly T[]>
