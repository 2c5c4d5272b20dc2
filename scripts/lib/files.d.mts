export function serveFiles(
  mounts: Record<string, string>,
  port?: number,
  headers?: Readonly<Record<string, string>>,
): Promise<{ url: string; close(): Promise<void> }>
