export function allDemos(): string[]
export function demosAmong(files: string[], all: string[]): string[]
export function changedDemos(): string[]
