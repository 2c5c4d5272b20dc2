export function findEngines(): Promise<void>
