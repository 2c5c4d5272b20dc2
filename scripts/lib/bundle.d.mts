export function bundled(entry: string, folder: string): Promise<Record<string, unknown>>
