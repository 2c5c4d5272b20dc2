export function withModules<T>(use: (load: <Module>(path: string) => Promise<Module>) => Promise<T>): Promise<T>
