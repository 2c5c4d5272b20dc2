export function serve(port?: number, dist?: string): Promise<{ url: string; close(): Promise<void> }>
