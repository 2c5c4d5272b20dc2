export function refusal(slug: string | undefined, demos: string): string | null
export function titleOf(slug: string): string
export function create(slug: string, template: string, demos: string): void
