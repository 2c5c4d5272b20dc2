export function writeServiceWorker(dist?: string, base?: string): Promise<void>
