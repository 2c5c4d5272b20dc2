import type { Compared } from '../../tests/bench/card'

export function compareOnCard(software: boolean): Promise<Record<string, Compared> | null>
