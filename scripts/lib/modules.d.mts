import type { InlineConfig } from 'vite'

export function withModules<T>(
  use: (load: <Module>(path: string) => Promise<Module>) => Promise<T>,
  more?: InlineConfig,
): Promise<T>
