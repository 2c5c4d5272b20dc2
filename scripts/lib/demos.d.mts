export function allDemos(): string[]
export function demosAmong(files: string[], all: string[]): string[]
export function changedDemos(): string[]
export function inTurn(all: string[], changed: string[], most: number, turn: number): string[]
export function demosInTurn(most: number): string[]
/** Number of commits so far; 0 where there is no history. */
export function commits(): number
