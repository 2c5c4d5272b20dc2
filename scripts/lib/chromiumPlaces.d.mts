export function chromiumPlaces(): string[]
